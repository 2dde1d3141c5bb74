import { list, object, text } from '../fields.ts';

export const CreateAliasRequest = object({ value: text({ max: 255 }) });

export const CreateBulkAliasRequest = object({ aliases: list(CreateAliasRequest, { min: 1, max: 100 }) });
