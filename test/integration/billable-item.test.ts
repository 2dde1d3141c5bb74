import { beforeEach, describe, expect, it } from 'vitest';
import { items, mutate, refusal } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

describe('createAddOn', () => {
  it('adds an active add-on, named as it says, in one read and one write', async () => {
    const input = { name: 'Seats', type: 'LICENSE', billableName: 'Seat of a user' };
    const selection = 'addOn { __typename addOnId billableId kind name billableName displayName status createdAt }';
    const answer = await mutate<{ addOn: { addOnId: string } }>(org, 'createAddOn', input, selection);
    const common = { kind: 'LICENSE', name: 'Seats', billableName: 'Seat of a user', displayName: 'Seat of a user', status: 'ACTIVE' };
    expect(answer).toMatchObject({ addOn: { __typename: 'AddOn', ...common }, userErrors: [], d1Calls: 2 });
    expect(answer.addOn.addOnId).toMatch(/^addon\./);
  });

  it('refuses a name that another add-on of the type has, and takes it for another type', async () => {
    await mutate(org, 'createAddOn', { name: 'Seats', type: 'LICENSE' });
    expect(await refusal(org, 'createAddOn', { name: 'Seats', type: 'LICENSE' })).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'name'] },
    ]);
    expect((await mutate(org, 'createAddOn', { name: 'Seats', type: 'NAMED_LICENSE' })).userErrors).toEqual([]);
  });

  it('refuses a name that is empty or too long before anything is read', async () => {
    for (const name of ['', 'x'.repeat(256)]) {
      const { userErrors, d1Calls } = await mutate(org, 'createAddOn', { name, type: 'LICENSE' });
      expect(userErrors).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'name'] }]);
      expect(d1Calls).toBe(0);
    }
  });
});

describe('updateAddOn', () => {
  it('keeps what is absent and clears what is null', async () => {
    const { seats: addOnId } = await items(org);
    const selection = 'addOn { name billableName displayName }';
    await mutate(org, 'updateAddOn', { addOnId, billableName: 'Seat' });
    const renamed = await mutate(org, 'updateAddOn', { addOnId, name: 'Places' }, selection);
    expect(renamed).toMatchObject({ addOn: { name: 'Places', billableName: 'Seat', displayName: 'Seat' }, d1Calls: 2 });
    const cleared = await mutate(org, 'updateAddOn', { addOnId, billableName: null }, selection);
    expect(cleared).toMatchObject({ addOn: { name: 'Places', billableName: null, displayName: 'Places' } });
  });

  it('refuses to clear the name', async () => {
    const { seats: addOnId } = await items(org);
    expect(await refusal(org, 'updateAddOn', { addOnId, name: null })).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'name'] }]);
  });

  it("refuses another add-on's name, and takes its own", async () => {
    const { seats: addOnId } = await items(org);
    await mutate(org, 'createAddOn', { name: 'Places', type: 'LICENSE' });
    expect(await refusal(org, 'updateAddOn', { addOnId, name: 'Places' })).toMatchObject([{ code: 'ALREADY_EXISTS' }]);
    expect((await mutate(org, 'updateAddOn', { addOnId, name: 'Seats' })).userErrors).toEqual([]);
  });

  it('does not know a feature, an unknown id, or an add-on of another organization', async () => {
    const { storage } = await items(org);
    const { seats: foreign } = await items(await Organization.begin());
    for (const addOnId of [storage, 'addon.unknown', foreign]) {
      expect(await refusal(org, 'updateAddOn', { addOnId, name: 'Mine' })).toEqual([
        { __typename: 'NotFoundError', code: 'NOT_FOUND', message: `No add-on "${addOnId}".`, path: ['input', 'addOnId'] },
      ]);
    }
  });
});

describe('archiveAddOn', () => {
  it('makes an add-on read-only, and leaves it out of lists unless asked for', async () => {
    const { seats: addOnId } = await items(org);
    const archived = await mutate(org, 'archiveAddOn', { addOnId }, 'addOn { status }');
    expect(archived).toMatchObject({ addOn: { status: 'ARCHIVED' }, userErrors: [], d1Calls: 2 });
    expect(await refusal(org, 'updateAddOn', { addOnId, name: 'Other' })).toMatchObject([{ code: 'ARCHIVED' }]);
    expect(await names('where: { kind: { eq: LICENSE } }')).toEqual([]);
    expect(await names('where: { kind: { eq: LICENSE } }, includeArchived: true')).toEqual(['Seats']);
  });

  it('is the same when done twice', async () => {
    const { seats: addOnId } = await items(org);
    await mutate(org, 'archiveAddOn', { addOnId });
    expect(await mutate(org, 'archiveAddOn', { addOnId }, 'addOn { status }')).toMatchObject({
      addOn: { status: 'ARCHIVED' },
      userErrors: [],
    });
  });
});

describe('features and usage meters', () => {
  it('keeps what counts towards a feature, and replaces it as a whole', async () => {
    const schemaAssociations = [{ schemaName: 'upload', attributeName: 'bytes' }];
    const selection = 'feature { featureId schemaAssociations { schemaName attributeName } }';
    const { feature } = await mutate<{ feature: { featureId: string } }>(
      org,
      'createFeature',
      { name: 'Storage', schemaAssociations },
      selection,
    );
    expect(feature).toMatchObject({ schemaAssociations });
    const { featureId } = feature;
    expect(await mutate(org, 'updateFeature', { featureId, name: 'Disk' }, selection)).toMatchObject({ feature: { schemaAssociations } });
    const emptied = await mutate(org, 'updateFeature', { featureId, schemaAssociations: [] }, selection);
    expect(emptied).toMatchObject({ feature: { schemaAssociations: [] }, d1Calls: 2 });
  });

  it('refuses more than 50 associations, and one that is given twice', async () => {
    const many = Array.from({ length: 51 }, (_, i) => ({ schemaName: 'upload', attributeName: `a${i}` }));
    const twice = [many[0], many[0]];
    expect((await mutate(org, 'createFeature', { name: 'A', schemaAssociations: many })).userErrors).toMatchObject([
      { code: 'LIMIT_EXCEEDED', path: ['input', 'schemaAssociations'] },
    ]);
    expect((await mutate(org, 'createFeature', { name: 'A', schemaAssociations: twice })).userErrors).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'schemaAssociations', '1'] },
    ]);
  });

  it('renames a usage meter', async () => {
    const { calls: usageMeterId } = await items(org);
    const answer = await mutate(org, 'updateUsageMeter', { usageMeterId, name: 'Requests' }, 'usageMeter { usageMeterId kind name }');
    expect(answer).toMatchObject({ usageMeter: { usageMeterId, kind: 'USAGE_METER', name: 'Requests' }, d1Calls: 2 });
  });
});

describe('billableItems', () => {
  it('lists add-ons, features and usage meters, each in the order of their creation, in one call', async () => {
    const { storage } = await items(org);
    const { data, extensions } = await org.ask(
      '{ billableItems { nodes { id __typename name ... on Feature { featureId schemaAssociations { schemaName } } } } }',
    );
    expect(data).toMatchObject({
      billableItems: {
        nodes: [
          { __typename: 'AddOn', name: 'Setup' },
          { __typename: 'AddOn', name: 'Seats' },
          { __typename: 'AddOn', name: 'Credits' },
          { __typename: 'Feature', name: 'Storage', featureId: storage, schemaAssociations: [] },
          { __typename: 'UsageMeter', name: 'Calls' },
        ],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('finds by part of a name or billable name, wildcards being letters like any other', async () => {
    const { calls: usageMeterId } = await items(org);
    await mutate(org, 'updateUsageMeter', { usageMeterId, billableName: '100% of requests' });
    expect(await names('search: "SE"')).toEqual(['Setup', 'Seats']);
    expect(await names('search: "0%"')).toEqual(['Calls']);
    expect(await names('search: "S%S"')).toEqual([]);
  });

  it('filters by kind and status, and orders by name', async () => {
    const { seats: addOnId } = await items(org);
    await mutate(org, 'archiveAddOn', { addOnId });
    expect(await names('where: { kind: { in: [FEATURE, USAGE_METER] } }')).toEqual(['Storage', 'Calls']);
    expect(await names('where: { status: { eq: ARCHIVED } }')).toEqual(['Seats']);
    expect(await names('orderBy: NAME_ASC, includeArchived: true')).toEqual(['Calls', 'Credits', 'Seats', 'Setup', 'Storage']);
    expect(await names('orderBy: NAME_DESC, first: 2')).toEqual(['Storage', 'Setup']);
    const { data } = await org.ask('{ billableItems { totalCount } all: billableItems(includeArchived: true) { totalCount } }');
    expect(data).toEqual({ billableItems: { totalCount: 4 }, all: { totalCount: 5 } });
  });

  it('answers one item under the type it is of, and null under any other', async () => {
    const { seats, storage } = await items(org);
    const document = `query ($id: String!) {
      billableItem(billableId: $id) { __typename } addOn(addOnId: $id) { name } feature(featureId: $id) { name } usageMeter(usageMeterId: $id) { name }
    }`;
    const nothing = { addOn: null, feature: null, usageMeter: null };
    const answer = await org.ask(document, { id: storage });
    expect(answer.data).toEqual({ ...nothing, billableItem: { __typename: 'Feature' }, feature: { name: 'Storage' } });
    expect(answer.extensions.cost.d1Calls).toBe(1);
    expect((await org.ask(document, { id: seats })).data).toMatchObject({ billableItem: { __typename: 'AddOn' }, feature: null });
  });
});

describe('node', () => {
  it('answers an item under the type it is of, and null under any other', async () => {
    const { seats, storage } = await items(org);
    const ids = [`AddOn:${seats}`, `Feature:${seats}`, `UsageMeter:${seats}`, `Feature:${storage}`].map(btoa);
    const { data } = await org.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on BillableItem { name } } }', { ids });
    expect(data).toEqual({ nodes: [{ id: ids[0], name: 'Seats' }, null, null, { id: ids[3], name: 'Storage' }] });
  });
});

async function names(args: string): Promise<string[]> {
  const { data } = await org.ask<{ billableItems: { nodes: { name: string }[] } }>(`{ billableItems(${args}) { nodes { name } } }`);
  return data.billableItems.nodes.map(({ name }) => name);
}
