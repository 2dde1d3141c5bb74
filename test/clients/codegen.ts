import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import { scalars } from 'billing-catalogue/client';

export default {
  schema: fileURLToPath(import.meta.resolve('billing-catalogue/schema.graphql')),
  documents: 'apollo/documents.ts',
  generates: {
    'apollo/__generated__/': {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: { scalars, strictScalars: true, useTypeImports: true, immutableTypes: true, importExtension: '.ts' },
      presetConfig: { fragmentMasking: false },
    },
  },
} satisfies CodegenConfig;
