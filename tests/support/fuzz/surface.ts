import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A way into the server: a route's method, or a form's action, with the names that its code or description asks for. */
export interface Entry {
	method: string;
	/** As in the routes' folder: `/plan/forecast/[id]`. */
	route: string;
	/** Of a form; null for data and pages. */
	action: string | null;
	/** Names of form fields and query parameters. */
	names: string[];
	/** JSON schema of the body, where the description of the API has one. */
	schema: Schema | null;
}

export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	enum?: unknown[];
	const?: unknown;
	oneOf?: Schema[];
	anyOf?: Schema[];
	$ref?: string;
	[word: string]: unknown;
}

export interface ApiDescription {
	paths: Record<
		string,
		Record<
			string,
			{
				parameters?: { name: string; in: string }[];
				requestBody?: { content: Record<string, { schema: Schema }> };
			}
		>
	>;
	components: { schemas: Record<string, Schema> };
}

const ROUTES = 'src/routes';
const METHOD = /export const (GET|POST|PUT|PATCH|DELETE)\b/g;
const NAME =
	/(?:formText|readJson|searchParams\.get|form\.get|getAll|\)\.get)\([^()]*(?:\([^()]*\))?[^()]*'([\w-]+)'\s*\)/g;

/** Every entry that the routes' files have: a new one is found without being named anywhere. */
export function findEntries(api: ApiDescription): Entry[] {
	const files = readdirSync(ROUTES, { recursive: true, withFileTypes: true }).filter(
		({ name }) => name === '+server.ts' || name === '+page.server.ts'
	);
	return files.flatMap(({ parentPath, name }) => {
		const text = readFileSync(join(parentPath, name), 'utf8');
		const folders = relative(ROUTES, parentPath)
			.split('/')
			.filter((part) => part !== '' && !/^\(.*\)$/.test(part));
		const route = `/${folders.join('/')}`;
		const names = [...new Set([...text.matchAll(NAME)].map((match) => match[1]!))];
		const entry = (method: string, action: string | null = null): Entry => {
			const described = api.paths[route.replace(/\[(\w+)\]/g, '{$1}')]?.[method.toLowerCase()];
			const queries = (described?.parameters ?? []).filter((parameter) => parameter.in === 'query');
			const content = Object.values(described?.requestBody?.content ?? {});
			return {
				...{ method, route, action },
				names: [...new Set([...names, ...queries.map((query) => query.name)])],
				schema: content[0]?.schema ?? null
			};
		};
		if (name === '+server.ts') return [...text.matchAll(METHOD)].map((match) => entry(match[1]!));
		const actions = actionsOf(text).map((action) => entry('POST', action));
		return [entry('GET'), ...actions];
	});
}

/** Names of the actions: the outermost keys of the object. */
function actionsOf(text: string): string[] {
	const start = text.search(/export const actions\b/);
	if (start < 0) return [];
	const block = text.slice(start, text.indexOf('\n}', start));
	return [...block.matchAll(/^\t(?:async )?(\w+)\s*(?:[:,(]|$)/gm)].map((match) => match[1]!);
}

/** Names of the events that a socket may send, from the contract that both sides import. */
export function findSocketEvents(): string[] {
	const text = readFileSync('src/lib/contracts/live.ts', 'utf8');
	const start = text.indexOf('interface ClientToServer');
	const block = text.slice(start, text.indexOf('\n}', start));
	return [...block.matchAll(/^\t'([\w:-]+)'/gm)].map((match) => match[1]!);
}
