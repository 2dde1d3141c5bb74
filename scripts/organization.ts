import { getTableName } from 'drizzle-orm';
import { organizations } from '../src/store/tables/index.ts';
import { execute, literal, type Place } from './execute.ts';
import { Failure } from './main.ts';

/** An organization that a script was told to work on. */
export interface NamedOrganization {
  readonly id: string;
  readonly name: string;
}

/** Returns the organization of the option `--organization`. @throws Failure if there is none */
export async function organizationFrom(id: string | undefined, place: Place): Promise<NamedOrganization> {
  if (!id) throw new Failure('--organization is the id of an organization, such as --organization org.2GvDq0BF3zs.81Kxn.');
  const { id: key, name } = organizations;
  const select = `select ${key.name} as id, ${name.name} as name from ${getTableName(organizations)} where ${key.name} = ${literal(id)}`;
  const [organization] = await execute<NamedOrganization>([select], place);
  if (organization) return organization;
  throw new Failure(`There is no organization "${id}" in the ${place.remote ? 'deployed' : 'local'} database.`);
}
