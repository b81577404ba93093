import { expect, it } from 'vitest';
import { describeApi } from './describe-api.ts';

it('describeApi() tells of the route, its body and what a bot may pass on', () => {
	const api = JSON.parse(JSON.stringify(describeApi())) as {
		paths: Record<
			string,
			{ post?: { requestBody: { content: Record<string, { schema: { properties: object } }> } } }
		>;
		components: {
			schemas: {
				Event: { oneOf: { properties: { type: { const: string }; data: { properties: object } } }[] };
			};
		};
	};
	const body = api.paths['/api/v1/route']!.post!.requestBody.content['application/json']!.schema;
	expect(Object.keys(body.properties)).toEqual(expect.arrayContaining(['contact', 'queue', 'channel', 'language', 'intent', 'customer', 'priority'])); // prettier-ignore
	expect(api.paths).toHaveProperty('/api/v1/contacts/{id}/handoff');
	const turn = api.components.schemas.Event.oneOf.find(({ properties }) => properties.type.const === 'marea.bot.turn')!; // prettier-ignore
	expect(Object.keys(turn.properties.data.properties)).toEqual(expect.arrayContaining(['understood', 'verified', 'facts'])); // prettier-ignore
});

it('describeApi() tells of minimum staff, and what of it is changed', () => {
	const { get, post } = describeApi().paths['/api/v1/minimum-staff'];
	expect(get.responses[200].content['application/json'].schema).toHaveProperty('properties.minimumStaff');
	const { schema } = post.requestBody.content['application/json'];
	expect(schema).toHaveProperty('properties.remove');
	expect(schema).toHaveProperty('properties.put.items.properties.weekdays');
});
