import * as v from 'valibot';

// The kinds of fields in answers. Answers are described for the OpenAPI document and for the types of the route table; nothing checks
// them while the Worker runs.

export const answeredInstant = v.pipe(v.string(), v.metadata({ format: 'date-time' }));
export const answeredDay = v.pipe(v.string(), v.metadata({ format: 'date' }));
export const answeredInteger = v.pipe(v.number(), v.metadata({ type: 'integer' }));
export const answeredTextMap = v.record(v.string(), v.string());

/** A page of a list. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) => v.object({ data: v.array(item), nextToken: v.optional(v.string()) });

export const BaseSuccessResponse = v.object({ success: v.boolean() });

export const ErrorResponse = v.object({ message: v.pipe(v.string(), v.metadata({ maxLength: 500 })) });
