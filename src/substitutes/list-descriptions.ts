import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type PothosTypeConfig, type SchemaTypes } from '@pothos/core';

/** Lists without descriptions, which come from the file beside the Worker. */
class NoDescriptions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig = (type: PothosTypeConfig): PothosTypeConfig => type;
  override onOutputFieldConfig = (field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> => field;
}

SchemaBuilder.registerPlugin('listDescriptions', NoDescriptions);

export default 'listDescriptions' as const;
