import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestContext } from '#lib/server/access/testing.ts';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM } from '#lib/server/context.ts';
import { readMoodsBy, scoreByModel, scoreText } from '#lib/server/conversations/index.ts';
import { builtInScorer, LiveScorer, openScorer, type TurnScorer } from '#lib/server/scorers/index.ts';
import { onnxScorer } from '#lib/server/scorers/onnx-scorer.ts';
import type { OnnxRuntime } from '#lib/server/scorers/onnx-runtime.ts';
import { WorkerScorer } from '#lib/server/scorers/worker-scorer.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { writeTinyModel } from '../support/tiny-onnx.ts';

/** A folder whose node_modules hold onnxruntime-node and @huggingface/tokenizers; they are no dependencies. */
const PACKAGES = process.env.MAREA_TEST_ONNX_PACKAGES;
const PRAISE = 'Thank you, that was wonderful';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'marea-scorer-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A model that says the same of every text. */
const runtimeOf = (logits: number[], seen: Record<string, readonly bigint[]>[] = []): OnnxRuntime => ({
	session: {
		inputNames: ['input_ids', 'attention_mask'],
		outputNames: ['logits'],
		run: (feeds) => {
			seen.push(
				Object.fromEntries(Object.entries(feeds).map(([name, { data }]) => [name, Array.from(data, BigInt)]))
			);
			return Promise.resolve({ logits: { data: logits, dims: [1, logits.length] } });
		}
	},
	tokenizer: {
		encode: (text) => {
			const ids = [0, ...text.split(' ').map((word) => word.length), 2];
			return { ids, attention_mask: ids.map(() => 1) };
		}
	},
	int64: (data, dims) => ({ data, dims })
});
const model = { name: 'fake', outputs: ['negative', 'neutral', 'positive'] as const, mostTokens: 6 };
const scorerOf = (logits: number[], seen?: Record<string, readonly bigint[]>[]) =>
	onnxScorer({ ...model, outputs: [...model.outputs] }, runtimeOf(logits, seen));
const one = async (scorer: TurnScorer, text: string) =>
	(await scorer.score([{ language: 'auto', text }]))[0]!;

describe('every scorer', () => {
	const scorers: [string, () => TurnScorer][] = [
		['built-in', () => builtInScorer],
		['a transformer that is sure', () => scorerOf([9, 0, 0])],
		['a transformer that is not', () => scorerOf([0, 0, 0])]
	];
	it.each(scorers)(
		'%s answers each turn in order, inside the bounds, with label and score agreeing',
		async (_, open) => {
			const texts = [
				PRAISE,
				'No funciona nada',
				'',
				'😀',
				'Wo ist mein Paket? Ich warte',
				'x'.repeat(50_000),
				'ok'
			];
			const scored = await open().score(texts.map((text) => ({ language: 'auto', text })));
			expect(scored).toHaveLength(texts.length);
			for (const { score, label, confidence } of scored) {
				expect(confidence).toBeGreaterThanOrEqual(0);
				expect(confidence).toBeLessThanOrEqual(1);
				if (score === null) continue;
				expect(Math.abs(score)).toBeLessThanOrEqual(1);
				expect(label).toBe(score <= -0.05 ? 'negative' : score < 0.05 ? 'neutral' : 'positive');
			}
			expect(scored[2]).toMatchObject({ score: null, label: 'neutral', language: 'unknown' });
		}
	);
});

describe('onnxScorer()', () => {
	it('takes label and strength from the model, words from the built-in one', async () => {
		expect(await one(scorerOf([3, 0, 0]), PRAISE)).toMatchObject({ label: 'negative', language: 'en' });
		expect((await one(scorerOf([3, 0, 0]), PRAISE)).score).toBeCloseTo(
			-(Math.exp(3) - 1) / (Math.exp(3) + 2),
			9
		);
		expect((await one(scorerOf([0, 5, 1]), PRAISE)).label).toBe('neutral');
		expect((await one(scorerOf([0, 0, 3]), PRAISE)).words.map(({ text }) => text)).toContain('wonderful');
	});

	it('cuts long texts and keeps their end mark, and hides names and addresses', async () => {
		const seen: Record<string, readonly bigint[]>[] = [];
		const scorer = scorerOf([0, 0, 1], seen);
		await one(scorer, 'good one two three four five six');
		await one(scorer, 'good @maria https://example.org/a/b');
		expect(seen[0]!.input_ids).toEqual([0n, 4n, 3n, 3n, 5n, 2n]);
		expect(seen[1]!.input_ids).toEqual([0n, 4n, 5n, 4n, 2n]);
		expect(seen[1]!.attention_mask).toHaveLength(5);
	});

	it('refuses a model of other outputs', async () => {
		await expect(one(scorerOf([1, 2]), PRAISE)).rejects.toThrow('gives 2 numbers; wanted 3');
		await expect(one(scorerOf([NaN, 0, 0]), PRAISE)).rejects.toThrow('that are none');
	});
});

describe('openScorer()', () => {
	const open = (path: string | undefined) => openScorer({ MAREA_SENTIMENT_MODEL: path });

	it('is off by default, and says what to do where the folder cannot work', async () => {
		expect(await open(undefined)).toBeNull();
		await expect(open(join(folder, 'nowhere'))).rejects.toThrow('there is no such folder');
		await expect(open(folder)).rejects.toThrow('there is no model.onnx in it. Wanted: a folder with');
		writeTinyModel(folder, { good: [0, 0, 2] });
		writeFileSync(join(folder, 'config.json'), JSON.stringify({ id2label: { 0: 'joy', 1: 'anger' } }));
		await expect(open(folder)).rejects.toThrow('label "joy" is none of negative, neutral and positive');
		rmSync(join(folder, 'tokenizer.json'));
		await expect(open(folder)).rejects.toThrow('no tokenizer.json');
	});

	it('says which packages to install where they are missing', async () => {
		writeTinyModel(folder, { good: [0, 0, 2] });
		await expect(open(folder)).rejects.toThrow(
			/onnxruntime-node and @huggingface\/tokenizers are not installed\. Run "npm install --no-save .+" .+ or unset MAREA_SENTIMENT_MODEL/
		);
	});

	it.skipIf(!PACKAGES || !existsSync(PACKAGES))(
		'reads by a real model in a thread of its own (MAREA_TEST_ONNX_PACKAGES)',
		async () => {
			symlinkSync(join(PACKAGES!, 'node_modules'), join(folder, 'node_modules'));
			writeTinyModel(folder, { wonderful: [3, 0, 0], broken: [0, 0, 3] });
			const scorer = (await open(folder))!;
			// The other way round than people would: so it is this model that reads.
			expect(await one(scorer, 'this is wonderful')).toMatchObject({ label: 'negative' });
			expect(await one(scorer, 'it is broken')).toMatchObject({ label: 'positive' });
			await scorer.close();
		}
	);
});

describe('WorkerScorer', () => {
	const threadOf = (body: string) => {
		const file = join(folder, 'thread.mjs');
		writeFileSync(
			file,
			`import { parentPort } from 'node:worker_threads';\nparentPort.on('message', (turns) => {${body}});`
		);
		return new WorkerScorer({ name: 'thread', folder }, file);
	};

	it('gives what the thread answers, rejects when it fails, and starts another', async () => {
		const scorer = threadOf(
			`if (turns[0].text === 'die') process.exit(3);
			parentPort.postMessage(turns[0].text === 'err' ? { error: 'no memory' } : { scored: turns.map(() => ({ score: 0.5 })) });`
		);
		expect(await one(scorer, 'a')).toEqual({ score: 0.5 });
		await expect(one(scorer, 'err')).rejects.toThrow('no memory');
		await expect(one(scorer, 'die')).rejects.toThrow('ended');
		expect(await one(scorer, 'b')).toEqual({ score: 0.5 });
		await scorer.close();
	});

	it('rejects what is being read when it is closed', async () => {
		const scorer = threadOf('');
		const asked = expect(one(scorer, 'a')).rejects.toThrow('closed');
		await scorer.close();
		await asked;
	});
});

describe('LiveScorer', () => {
	let test: Awaited<ReturnType<typeof openTestContext>>;
	let n = 0;
	beforeEach(async () => (test = await openTestContext()));
	afterEach(() => {
		readMoodsBy(null);
		test.close();
	});

	/** A transformer whose answers the test gives. */
	function slowScorer() {
		const asked: { texts: string[]; answer: (score: number) => void; fail: (why: string) => void }[] = [];
		const scorer: TurnScorer = {
			name: 'slow',
			score: (turns) =>
				new Promise((done, reject) =>
					asked.push({
						texts: turns.map(({ text }) => text),
						answer: (score) =>
							done(turns.map(() => ({ score, label: 'negative', language: 'en', words: [], confidence: 1 }))),
						fail: (why) => reject(new Error(why))
					})
				),
			close: () => Promise.resolve()
		};
		return { scorer, asked };
	}
	async function openCentre(scorer: TurnScorer | null) {
		const live = new LiveScorer(scorer, test.ctx.now);
		readMoodsBy((text) => live.scoreNow(text));
		const centre = await Centre.open(test.ctx, scoreText);
		live.onRead = (contact) => centre.state.rescore(contact);
		centre.ingest.listen((events) => live.observe(events));
		const say = (contact: string, text: string) =>
			centre.ingest.accept(SYSTEM, [
				{ source: 's', id: String(++n), type: 'marea.message', at: test.clock.at + n, data: { contact, party: 'customer', text } } // prettier-ignore
			]);
		const stored = async () => {
			await centre.project();
			const { rows } = await test.ctx.db.client.execute(
				'SELECT m.contact_id, m.score, c.mood FROM messages AS m JOIN contacts AS c ON c.id = m.contact_id ORDER BY 1, m.ordinal'
			);
			return rows.map((row) => [row.contact_id, row.score, row.mood]);
		};
		return { live, centre, say, stored };
	}
	const first = scoreByModel(PRAISE)!;

	it('never makes ingest wait: the built-in score stands until the transformer has read, then its own does', async () => {
		const { scorer, asked } = slowScorer();
		const { live, say, stored } = await openCentre(scorer);
		await say('c1', PRAISE);
		const round = live.look();
		await say('c2', PRAISE);
		expect((await stored()).map(([, score]) => score)).toEqual([first, first]);
		expect(asked.map(({ texts }) => texts)).toEqual([[PRAISE]]);
		asked[0]!.answer(-0.75);
		await round;
		expect(await stored()).toEqual([
			['c1', -0.75, -3.75],
			['c2', -0.75, -3.75]
		]);
		// What was read once is known at once, wherever moods are read.
		expect(scoreText(PRAISE)).toBe(-0.75);
		await say('c3', PRAISE);
		await live.look();
		expect(asked).toHaveLength(1);
		expect((await stored())[2]).toEqual(['c3', -0.75, -3.75]);
		expect(live.status()).toMatchObject({ scorer: 'slow', read: 1, waiting: 0, fallback: null });
		expect((await verifyLog(test.ctx, SYSTEM, 'stored')).differences).toEqual([]);
		readMoodsBy(null);
		expect((await verifyLog(test.ctx, SYSTEM)).differences.length).toBeGreaterThan(0);
	});

	it('falls back when the transformer fails, says why, and goes back to it when it works again', async () => {
		const { scorer, asked } = slowScorer();
		const { live, say, stored } = await openCentre(scorer);
		await say('c1', PRAISE);
		let round = live.look();
		asked[0]!.fail('out of memory');
		await round;
		expect(live.kind).toBe('fallback');
		expect(live.status()).toMatchObject({
			skipped: 1,
			fallback: { reason: 'out of memory', sinceMs: test.clock.at }
		});
		expect((await stored())[0]![1]).toBe(first);
		await say('c2', 'Good work');
		await live.look();
		expect(asked).toHaveLength(1);
		test.clock.at += 61_000;
		round = live.look();
		asked[1]!.answer(-0.5);
		await round;
		expect(live.kind).toBe('transformer');
		expect((await stored())[1]).toEqual(['c2', -0.5, -2.5]);
	});

	it('is the built-in model alone where no transformer is set up', async () => {
		const { live, say, stored } = await openCentre(null);
		await say('c1', PRAISE);
		await live.look();
		expect(live.kind).toBe('built-in');
		expect((await stored())[0]![1]).toBe(first);
	});
});
