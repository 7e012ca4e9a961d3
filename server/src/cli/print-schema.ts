import '../node-version.js';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../schema.js';

// What the repository keeps as schema.graphql.
process.stdout.write(`${printSchema(lexicographicSortSchema(createSchema()))}\n`);
