import { registerHooks } from 'node:module';

// Imported by what node itself runs, outside jest: node strips types, but does not know that `x.js` stands for `x.ts`.
registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.includes('/node_modules/') === false && /^\.{1,2}\/.*\.js$/.test(specifier);
    if (!ours) return next(specifier, context);
    try {
      return next(specifier.replace(/js$/, 'ts'), context);
    } catch {
      return next(specifier, context);
    }
  },
});
