import ts from 'typescript';

/** The functions, methods and constants of a file's top level, by name, as they stand in it. */
export function declarations(file: string, text: string): Map<string, string> {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found = new Map<string, string>();
	const add = (name: ts.Node | undefined, node: ts.Node) => {
		if (name) found.set(name.getText(source), node.getText(source));
	};
	for (const statement of source.statements)
		if (ts.isFunctionDeclaration(statement)) add(statement.name, statement);
		else if (ts.isClassDeclaration(statement))
			for (const member of statement.members) add(member.name, member);
		else if (ts.isVariableStatement(statement))
			for (const one of statement.declarationList.declarations) add(one.name, one);
	return found;
}

/** Whether a declaration holds a pattern, itself or in what it uses of its file. */
export function reaches(
	pattern: RegExp,
	name: string,
	all: ReadonlyMap<string, string>,
	seen = new Set<string>()
): boolean {
	seen.add(name);
	const text = all.get(name)!;
	return (
		pattern.test(text) ||
		[...all.keys()].some(
			(other) => !seen.has(other) && uses(text, other) && reaches(pattern, other, all, seen)
		)
	);
}

export const uses = (text: string, name: string): boolean =>
	new RegExp(`(?<![\\w#])${name.replace(/[^\w]/g, '\\$&')}(?!\\w)`).test(text);
