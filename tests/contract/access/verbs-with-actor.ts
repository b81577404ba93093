/** The names of a function's parameters, as far as they are names; a destructured one is `{`. */
export function parameterNames(source: string): string[] {
	const start = source.indexOf('(');
	const names: string[] = [];
	let depth = 0;
	let current = '';
	for (let i = start; i < source.length; i++) {
		const letter = source[i]!;
		if ('([{'.includes(letter)) depth++;
		if (depth === 1 && (letter === ',' || letter === ')')) {
			if (current.trim()) names.push(current.trim());
			current = '';
			if (letter === ')') break;
		} else if (!(depth === 1 && letter === '(')) current += letter;
		if (')]}'.includes(letter)) depth--;
	}
	return names.map((text) => /^[\w$]+/.exec(text.replace(/^\/\*[\s\S]*?\*\//, '').trim())?.[0] ?? '{');
}

export interface FoundVerb {
	/** `domain.verb`, of a class `domain.Class.verb`. */
	name: string;
	parameters: string[];
	/** Of a class: found on its prototype. */
	call: ((...args: never[]) => unknown) | null;
}

/** Everything that a domain exports and that is told who acts. */
export function verbsWithActor(domain: string, module: Record<string, unknown>): FoundVerb[] {
	const found: FoundVerb[] = [];
	for (const [name, value] of Object.entries(module)) {
		if (typeof value !== 'function') continue;
		const source = Function.prototype.toString.call(value);
		if (!source.startsWith('class')) {
			const parameters = parameterNames(source);
			if (parameters.includes('actor'))
				found.push({ name: `${domain}.${name}`, parameters, call: value as FoundVerb['call'] });
			continue;
		}
		const prototype = (value as { prototype: object }).prototype;
		for (const [method, { value: own }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
			if (typeof own !== 'function' || method === 'constructor') continue;
			const parameters = parameterNames(Function.prototype.toString.call(own));
			if (parameters.includes('actor'))
				found.push({ name: `${domain}.${name}.${method}`, parameters, call: null });
		}
	}
	return found;
}
