/** A JSON answer. */
export const json = (schema: object, description: string) => ({
	description,
	content: { 'application/json': { schema } }
});
export const refused = { type: 'object', properties: { error: { type: 'string' } }, required: ['error'] };
/** A parameter of the query. */
export const query = (
	name: string,
	description: string,
	required: boolean,
	schema: object = { type: 'string' }
) => ({
	name,
	in: 'query',
	description,
	required,
	schema
});
