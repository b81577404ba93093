import fc from 'fast-check';
import type { Entry, Schema } from './surface.ts';

export interface FuzzRequest {
	actor: number;
	method: string;
	route: string;
	path: string;
	contentType: string | null;
	body: string | null;
	/** Accept header. */
	accept: string;
	isForeign: boolean;
}

/** Words that have broken software before. */
const ODD = [
	...[
		'',
		' ',
		'\0',
		'null',
		'undefined',
		'NaN',
		'-1',
		'0',
		'1e999',
		'9007199254740993',
		'__proto__',
		'constructor'
	],
	...[
		"' OR 1=1 --",
		'"; DROP TABLE users; --',
		'%00',
		'../../etc/passwd',
		'..%2f..%2f',
		'${7*7}',
		'{{7*7}}',
		'=1+1'
	],
	...[
		'<script>alert(1)</script>',
		'\u202e\u0000\ud800',
		'💥'.repeat(50),
		'\r\nSet-Cookie: x=1',
		'ﷺ',
		'İ',
		'true'
	],
	...['2026-11-28T10:00:00Z', '2026-02-30', '0000-01-01', '9999-12-31T23:59:59+14:00', '15m', 'P1D', '24:00'],
	...['[]', '{}', '[[]]', '{"a":', '"', '{"__proto__":{"x":1}}', '[null]', '{"length":1e9}']
];

const oddText = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...ODD) },
	{ weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 2, arbitrary: fc.string({ maxLength: 20 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 200, max: 20_000 }).map((length) => 'a'.repeat(length)) }
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, 1e308, -1, 2 ** 53, 0.1));

/** Any JSON: wrong types, huge, nested. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
	anything: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constant(null),
		fc.boolean(),
		number,
		oddText,
		fc.array(tie('anything'), { maxLength: 4 }),
		fc.dictionary(
			fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('id', '__proto__', 'toString')),
			tie('anything'),
			{
				maxKeys: 4
			}
		),
		fc.integer({ min: 50, max: 3_000 }).map(nest)
	)
}));

function nest(depth: number): unknown {
	let value: unknown = 1;
	for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
	return value;
}

/** Values near what a schema wants: each part right, left out, or anything. */
function ofSchema(
	schema: Schema,
	all: Record<string, Schema>,
	ids: fc.Arbitrary<string>,
	depth = 0
): fc.Arbitrary<unknown> {
	const inner = (part: Schema): fc.Arbitrary<unknown> => ofSchema(part, all, ids, depth + 1);
	if (depth > 6) return anything;
	if (schema.$ref) return inner(all[schema.$ref.split('/').at(-1)!] ?? {});
	const choices = schema.oneOf ?? schema.anyOf;
	if (choices) return fc.oneof(...choices.map(inner));
	if (schema.const !== undefined) return near(fc.constant(schema.const));
	if (schema.enum) return near(fc.constantFrom(...schema.enum));
	const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
	if (type === 'object' && schema.properties) {
		const entries = Object.entries(schema.properties).map(([name, part]) => [name, inner(part)] as const);
		return near(fc.record(Object.fromEntries(entries), { requiredKeys: [] }));
	}
	if (type === 'array') return near(fc.array(inner(schema.items ?? {}), { maxLength: 5 }));
	if (type === 'string')
		return near(schema.format === 'date-time' ? fc.constant(new Date(Date.now()).toISOString()) : ids);
	if (type === 'integer' || type === 'number') return near(fc.integer({ min: 0, max: 100 }));
	if (type === 'boolean') return near(fc.boolean());
	return anything;
}

const near = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: anything });

const enc = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Requests over all entries, of all actors, with the ids that there are among the values. */
export function requestArbitrary(
	entries: readonly Entry[],
	schemas: Record<string, Schema>,
	actors: number,
	knownIds: readonly string[]
): fc.Arbitrary<FuzzRequest> {
	const ids = fc.constantFrom(...knownIds);
	const text = fc.oneof({ weight: 2, arbitrary: ids }, { weight: 3, arbitrary: oddText });
	const fieldText = fc.oneof(
		text,
		anything.map((value) => JSON.stringify(value) ?? '')
	);
	const bodies = (entry: Entry): fc.Arbitrary<Pick<FuzzRequest, 'body' | 'contentType'>> => {
		if (entry.method === 'GET' || entry.method === 'DELETE')
			return fc.constant({ body: null, contentType: null });
		const names = entry.names.length > 0 ? fc.constantFrom(...entry.names) : oddText;
		const fields = fc
			.array(
				fc.tuple(fc.oneof({ weight: 8, arbitrary: names }, { weight: 1, arbitrary: oddText }), fieldText),
				{ maxLength: 6 }
			)
			.map((pairs) =>
				new URLSearchParams(pairs.map(([k, v]) => [k.toWellFormed(), v.toWellFormed()])).toString()
			);
		const value = entry.schema ? ofSchema(entry.schema, schemas, ids) : anything;
		const json = fc.oneof(
			{ weight: 6, arbitrary: value.map((given) => JSON.stringify(given) ?? '') },
			{ weight: 1, arbitrary: oddText }
		);
		const urlencoded = fields.map((body) => ({ body, contentType: 'application/x-www-form-urlencoded' }));
		const multipart = fields.map((body) => ({
			body: asMultipart(body),
			contentType: 'multipart/form-data; boundary=zz'
		}));
		const asJson = json.map((body) => ({ body, contentType: 'application/json' }));
		const broken = oddText.map((body) => ({ body, contentType: 'multipart/form-data; boundary=zz' }));
		return entry.action
			? fc.oneof(
					{ weight: 6, arbitrary: urlencoded },
					{ weight: 2, arbitrary: multipart },
					{ weight: 1, arbitrary: broken },
					{ weight: 1, arbitrary: asJson }
				)
			: fc.oneof(
					{ weight: 8, arbitrary: asJson },
					{ weight: 1, arbitrary: urlencoded },
					{ weight: 1, arbitrary: oddText.map((body) => ({ body, contentType: 'text/plain' })) }
				);
	};
	const one = (entry: Entry): fc.Arbitrary<FuzzRequest> =>
		fc
			.record({
				actor: fc.nat(actors - 1),
				parts: fc.array(
					fc.oneof(
						{ weight: 3, arbitrary: ids },
						{ weight: 2, arbitrary: oddText.filter((part) => part !== '' && !/^\.+$/.test(part)) }
					),
					{ minLength: 3, maxLength: 3 }
				),
				query: fc.array(fc.tuple(entry.names.length > 0 ? fc.constantFrom(...entry.names) : oddText, text), {
					maxLength: 4
				}),
				body: bodies(entry),
				accept: fc.constantFrom('application/json', 'text/html', 'text/csv', '*/*'),
				isForeign: fc.integer({ min: 0, max: 19 }).map((draw) => draw === 0)
			})
			.map(({ actor, parts, query, body, accept, isForeign }) => {
				let i = 0;
				const path = entry.route.replace(/\[\w+\]/g, () => enc(parts[i++ % 3]!)).slice(0, 3_000);
				const asked = query.map(([name, value]) => `${enc(name)}=${enc(value.slice(0, 500))}`);
				if (entry.action && entry.action !== 'default') asked.unshift(`/${entry.action}`);
				return {
					...{ actor, method: entry.method, accept, isForeign, ...body },
					route: entry.route + (entry.action ? `?/${entry.action}` : ''),
					path: asked.length > 0 ? `${path}?${asked.join('&')}` : path
				};
			});
	// Pages cost a hundred times what a refusal does: they come less often than data and forms.
	return fc.oneof(
		...entries.map((entry) => ({
			weight: entry.route.startsWith('/api/')
				? 8
				: entry.method === 'GET' && !entry.route.includes('.')
					? 1
					: 3,
			arbitrary: one(entry)
		}))
	);
}

const asMultipart = (body: string): string =>
	[...new URLSearchParams(body)]
		.map(([name, value], i) => {
			const file = i % 3 === 2 ? '; filename="x.csv"' : '';
			return `--zz\r\nContent-Disposition: form-data; name="${enc(name)}"${file}\r\n\r\n${value}\r\n`;
		})
		.join('') + '--zz--\r\n';

/** What a socket may send with an event: any number of anything. */
export const socketArguments = (knownIds: readonly string[]): fc.Arbitrary<unknown[]> =>
	fc.array(
		fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...knownIds) }, { weight: 2, arbitrary: anything }),
		{
			maxLength: 3
		}
	);
