import { resolve } from 'node:path';
import { LiveNeeds } from './attention/index.ts';
import { AuditSealer } from './audit/index.ts';
import { BalanceThread, LiveBalance, PromiseWatch, type BalanceDeps } from './balancing/index.ts';
import { Centre } from './centre.ts';
import type { Context } from './context.ts';
import { openDatabase } from './db/open-database.ts';
import { Courier, postWebhook, smtpMailer } from './delivery/index.ts';
import { startDemo } from './demo/index.ts';
import { FloorWatch } from './floor-watch.ts';
import { HandoffWatch } from './handoff-watch.ts';
import { IntentWatch, modelInUse, trainingRequest } from './intents/index.ts';
import { Jobs } from './jobs/index.ts';
import { SYSTEM } from './context.ts';
import { ForesightWorker, Predictions } from './predictions/index.ts';
import { readMoodsBy, scoreText } from './conversations/index.ts';
import { Revocations } from './kiosks/index.ts';
import { log } from './log.ts';
import { RequestsWatch } from './requests-watch.ts';
import { PurgeWatch } from './retention/index.ts';
import { LiveScorer, openScorer } from './scorers/index.ts';
import { redoJob } from './operations/index.ts';
import { PastFloors } from './past/index.ts';

export interface Runtime {
	ctx: Context;
	centre: Centre;
	jobs: Jobs;
	watch: FloorWatch;
	needs: LiveNeeds;
	/** Told of revoked kiosk links. */
	kiosks: Revocations;
	predictions: Predictions;
	/** Proposed moves, and what accepting them needs. */
	balancing: BalanceDeps;
	past: PastFloors;
	/** What reads the moods. */
	scorer: LiveScorer;
	/** Whether a demo centre runs in this process. */
	demo: boolean;
	/** It is about to stop: nobody should send anything new. */
	draining: boolean;
	startedAt: number;
	sealer: AuditSealer;
	stop(): Promise<void>;
}

// Kept outside the module, so that hot reload and a second bundle meet the same runtime.
const KEY = Symbol.for('marea.runtime');
const store = globalThis as { [KEY]?: { opening: Promise<Runtime>; current: Runtime | null } };

/** Opens the database, the live centre and, unless MAREA_DEMO is 0, the demo; once per process. */
export function startRuntime(): Promise<Runtime> {
	if (store[KEY]) return store[KEY].opening;
	const slot = { opening: open(), current: null as Runtime | null };
	store[KEY] = slot;
	slot.opening.then(
		(runtime) => (slot.current = runtime),
		() => (store[KEY] = undefined)
	);
	return slot.opening;
}

/** The running centre. Hooks have awaited startRuntime() before any request comes here. */
export function runtime(): Runtime {
	const current = store[KEY]?.current;
	if (!current) throw new Error('Reading the runtime: startRuntime() must have been awaited first.');
	return current;
}

async function open(): Promise<Runtime> {
	// A model that cannot work is said before anything is opened.
	const transformer = await openScorer();
	const scorer = new LiveScorer(transformer, Date.now);
	readMoodsBy(transformer ? (text) => scorer.scoreNow(text) : null);
	const url = process.env.DATABASE_URL ?? 'file:./data/marea.db';
	const db = await openDatabase(url, resolve('drizzle'));
	const ctx: Context = { db, now: Date.now };
	const sealer = new AuditSealer(ctx);
	// What was there before the chain was, or before the last stop.
	await sealer.seal();
	const centre = await Centre.open(ctx, scoreText, () => performance.now());
	const jobs = await Jobs.open(ctx);
	// Gathering what it works on takes a while: the centre does not wait for it.
	const resumed = jobs.resume(redoJob(ctx)).catch((error: unknown) => {
		log.error({ err: error }, 'taking up interrupted work failed');
	});
	const demo = await startDemo(
		ctx,
		centre,
		jobs,
		process.env.MAREA_DEMO !== '0',
		process.env.MAREA_DEMO_ZONE
	);
	const handoffs = new HandoffWatch(ctx, centre);
	const needs = await LiveNeeds.open(ctx, centre.state);
	const thread = new ForesightWorker();
	const predictions = new Predictions(ctx, centre, (request) => thread.foresee(request));
	const watch = await FloorWatch.open(ctx, centre, { foresight: predictions, needs });
	const balanceThread = new BalanceThread();
	const balance = new LiveBalance(
		ctx,
		{ state: centre.state, present: () => predictions.present() },
		(request) => balanceThread.ask(request)
	);
	const promises = new PromiseWatch(ctx, centre.state);
	const intents = new IntentWatch(ctx, (id) => centre.wordsOf(id));
	intents.listen((contact, told) => needs.told(contact, told));
	const stopIntents = centre.ingest.listen((events) => intents.observe(events));
	scorer.onRead = (contact) => centre.state.rescore(contact);
	centre.ingest.listen((events) => scorer.observe(events));
	const past = new PastFloors({ ctx, config: () => centre.state.config, score: scoreText });
	centre.ingest.listen((events) => past.observe(events));
	const courier = new Courier(ctx, {
		post: postWebhook,
		mail: smtpMailer(process.env.MAREA_SMTP_URL, process.env.MAREA_MAIL_FROM ?? 'marea@localhost')
	});
	const purges = new PurgeWatch(ctx, () => centre.state.config.site.timeZone);
	const requests = new RequestsWatch(ctx);
	centre.start();
	sealer.start();
	purges.start();
	requests.start();
	predictions.start();
	balance.start();
	promises.start();
	watch.start();
	handoffs.start();
	needs.start();
	courier.start();
	scorer.start();
	intents.start();
	if (demo && !(await modelInUse(ctx))) await jobs.start(SYSTEM, await trainingRequest(ctx, SYSTEM));
	return {
		ctx,
		centre,
		jobs,
		watch,
		needs,
		kiosks: new Revocations(),
		predictions,
		balancing: { ctx, state: centre.state, balance, commands: watch.commands },
		past,
		scorer,
		demo: demo !== null,
		draining: false,
		startedAt: Date.now(),
		sealer,
		stop: async () => {
			await demo?.stop();
			const foreseen = predictions.stop();
			await thread.stop();
			await foreseen;
			const balanced = balance.stop();
			await balanceThread.stop();
			await balanced;
			await promises.stop();
			await purges.stop();
			await requests.stop();
			await resumed;
			await jobs.stop();
			// Nothing new to observe once the last events are in; letters that it still writes wait for the next start.
			await centre.ingest.settled();
			await watch.stop();
			await handoffs.stop();
			await needs.stop();
			stopIntents();
			await intents.stop();
			await courier.stop();
			await scorer.stop();
			await centre.stop();
			await sealer.stop();
			db.close();
			store[KEY] = undefined;
			log.info('stopped');
		}
	};
}
