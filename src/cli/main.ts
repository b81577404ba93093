import { hostname, userInfo } from 'node:os';
import { runFrom } from '#lib/server/origin.ts';
import { RefusedError, UsageError, type Io, type Verb } from './verb.ts';

const load = (verb: string) => async (): Promise<Verb> =>
	((await import(`./verbs/${verb}.ts`)) as { default: Verb }).default;

const VERBS: Record<string, () => Promise<Verb>> = Object.fromEntries(
	[
		'staffing',
		'forecast',
		'roster',
		'simulate',
		'balance',
		'import',
		'user',
		'key',
		'sentiment',
		'verify',
		'erase',
		'export',
		'backup',
		'restore'
	].map((name) => [name, load(name)])
);

const io: Io = {
	out: (text) => void process.stdout.write(text.endsWith('\n') ? text : text + '\n'),
	err: (text) => void process.stderr.write(text.endsWith('\n') ? text : text + '\n'),
	stdin: async () => {
		process.stdin.setEncoding('utf8');
		let text = '';
		for await (const chunk of process.stdin) text += chunk;
		return text;
	}
};

/** Node's own parseArgs throws TypeErrors with these codes for unknown or malformed flags. */
const isArgumentError = (error: unknown) =>
	error instanceof TypeError && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');

/** The account and machine, for the audit; an account may have no name. */
function whoRuns(): string {
	try {
		return `${userInfo().username}@${hostname()}`;
	} catch {
		return hostname();
	}
}

async function main([name, ...args]: string[]): Promise<number> {
	if (!name || name === 'help' || name === '--help') {
		io[name ? 'out' : 'err']('marea VERB … — verbs:');
		for (const [verb, open] of Object.entries(VERBS))
			io[name ? 'out' : 'err'](`  ${verb.padEnd(10)} ${(await open()).summary}`);
		return name ? 0 : 2;
	}
	const open = VERBS[name];
	if (!open) {
		io.err(`marea: there is no verb "${name}". Verbs: ${Object.keys(VERBS).join(', ')}.`);
		return 2;
	}
	const verb = await open();
	if (args.includes('--help')) {
		io.out(verb.usage);
		return 0;
	}
	try {
		return await runFrom({ channel: 'cli', address: whoRuns(), requestId: null }, () => verb.run(args, io));
	} catch (error) {
		if (error instanceof UsageError || isArgumentError(error)) {
			io.err(`marea ${name}: ${(error as Error).message}\n${verb.usage}`);
			return 2;
		}
		if (error instanceof RefusedError) {
			io.err(`marea ${name}: ${error.message}`);
			return 1;
		}
		throw error;
	}
}

// A reader that closes early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
