import {
  type DocumentNode,
  GraphQLError,
  getArgumentValues,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type Facts, type FieldUse, factsOf, isField, type Selection, type Variables } from '../admission/facts.ts';
import { coerceVariables } from '../admission/variables.ts';
import { schema } from '../schema.ts';
import type { Column } from './csv.ts';

/** How a document is exported: the list that it pages through, and where the items are in each answer. */
export interface ExportPlan {
  /** The name of the operation in the document. */
  readonly operationName: string | null;
  /** The response keys that lead from `data` to the list. */
  readonly path: readonly string[];
  /** The variable of the list's `after`. */
  readonly after: string;
  /** The variable of the list's `first`. `null`: the document gives the page size, or leaves it to the default. */
  readonly first: string | null;
  /** The use of the list in the operation. */
  readonly list: FieldUse;
  readonly facts: Facts;
  /** The response keys of the items: of `nodes`, or of `edges` and the `node` of each. */
  readonly items: readonly [nodes: string] | readonly [edges: string, node: string];
  /** The response keys of `pageInfo`, `hasNextPage` and `endCursor`. */
  readonly pageInfo: string;
  readonly hasNextPage: string;
  readonly endCursor: string;
  /** The fields of an item, in the order of the document. A nested list is one field. */
  readonly columns: readonly Column[];
}

/** Keys of an export's last line. An item with one of them could not be told from it. */
const RESERVED: ReadonlySet<string> = new Set(['next', 'error']);

/** Returns the plan of a document, or why it cannot be exported. An invalid document may have any plan: it is refused with its first page. */
export function exportPlanOf(document: DocumentNode, operationName: string | null): ExportPlan | { readonly message: string } {
  const facts = factsOf(schema, document, operationName);
  if (!facts) return { message: 'The document has no such operation. Name one of several as `operationName`.' };
  if (facts.operation.operation !== OperationTypeNode.QUERY) return { message: 'Only a query can be exported.' };
  const lists = listsIn(facts.selection, []);
  const [list] = lists;
  if (!list || lists.length > 1) {
    return { message: `The document must page through one list, by a variable as its \`after\`; it has ${lists.length} of them.` };
  }
  const { use, path, after } = list;
  const fields = fieldsIn(use.selection);
  const [pageInfo, nodes, edges] = ['pageInfo', 'nodes', 'edges'].map((name) => fieldNamed(fields, name));
  const node = edges && fieldNamed(fieldsIn(edges.selection), 'node');
  const [hasNextPage, endCursor] = ['hasNextPage', 'endCursor'].map((name) => fieldNamed(fieldsIn(pageInfo?.selection ?? []), name));
  const item = nodes ?? node;
  if (!pageInfo || !hasNextPage || !endCursor || !item) {
    return { message: 'The list must select `pageInfo { hasNextPage endCursor }`, and its items by `nodes` or by `edges { node }`.' };
  }
  const columns = columnsIn(item.selection, []);
  const reserved = columns.find(({ path: [key = ''] }) => RESERVED.has(key));
  if (reserved) return { message: `An item cannot have the field \`${reserved.path[0]}\`, which is in the last line. Give it an alias.` };
  return {
    operationName,
    path,
    after,
    first: pageSizeVariable(use, facts.operation),
    list: use,
    facts,
    items: edges && node && !nodes ? [keyOf(edges), keyOf(node)] : [keyOf(item)],
    pageInfo: keyOf(pageInfo),
    hasNextPage: keyOf(hasNextPage),
    endCursor: keyOf(endCursor),
    columns,
  };
}

/**
 * Returns why these variables would end an export before its list ends: a page of no items has no next one, and pages from the end have
 * only earlier ones. `null`: they do not, or they are invalid, which the answer to the first page says.
 */
export function pagingFault({ facts, list }: ExportPlan, sent: Variables): string | null {
  const variables = coerceVariables(facts, sent);
  if (variables instanceof GraphQLError) return null;
  const { first, last } = getArgumentValues(list.definition, list.node, variables);
  if (first === 0) return 'A page of an export has 1 to 100 items: `first` cannot be 0.';
  return last == null ? null : 'An export reads a list from its start: give it `first`, not `last`.';
}

interface List {
  readonly use: FieldUse;
  readonly path: readonly string[];
  readonly after: string;
}

/** The lists whose `after` is a variable, but for those beneath a list, which are as many as its items. */
function listsIn(selection: Selection, above: readonly string[]): readonly List[] {
  return fieldsIn(selection).flatMap((use) => {
    const path = [...above, keyOf(use)];
    const after = variableOf(use, 'after');
    if (after !== null) return [{ use, path, after }];
    return isListType(getNullableType(use.definition.type)) ? [] : listsIn(use.selection, path);
  });
}

/** The leaves of an item with the keys that lead to them. A field that several fragments select is one column. */
function columnsIn(selection: Selection, above: readonly string[]): readonly Column[] {
  const columns = fieldsIn(selection).flatMap((use) => {
    const path = [...above, keyOf(use)];
    const type = getNullableType(use.definition.type);
    return isCompositeType(type) ? columnsIn(use.selection, path) : [{ name: path.join('.'), path }];
  });
  return [...new Map(columns.map((column) => [column.name, column])).values()];
}

/** The fields of a selection and of the fragments in it. */
const fieldsIn = (selection: Selection): readonly FieldUse[] =>
  selection.flatMap((part) => (isField(part) ? [part] : fieldsIn(part.selection)));

const fieldNamed = (fields: readonly FieldUse[], name: string): FieldUse | undefined =>
  fields.find(({ definition }) => definition.name === name);

const keyOf = ({ node }: FieldUse): string => node.alias?.value ?? node.name.value;

/** The variable of the page size, if the document leaves its value to the caller. */
function pageSizeVariable(use: FieldUse, { variableDefinitions = [] }: OperationDefinitionNode): string | null {
  const first = variableOf(use, 'first');
  const hasDefault = variableDefinitions.some(({ variable, defaultValue }) => variable.name.value === first && defaultValue);
  return hasDefault ? null : first;
}

/** The variable that a document gives as an argument. `null`: it gives none, or a value. */
function variableOf(use: FieldUse, name: string): string | null {
  const value = use.arguments.find(({ node }) => node.name.value === name)?.node.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : null;
}
