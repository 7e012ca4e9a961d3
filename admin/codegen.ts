import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents from the printed schema; the output is not committed. */
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.ts', 'src/**/*.tsx', '!src/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsConst: true,
        strictScalars: true,
        scalars: { ID: 'string', DateTimeISO: 'string', EventCursor: 'string', Decimal: 'string', LocalDate: 'string' },
      },
    },
  },
};

export default config;
