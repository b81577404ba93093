import { parentPort, workerData } from 'node:worker_threads';
import { readModelFolder } from './model-folder.ts';
import { onnxScorer } from './onnx-scorer.ts';
import { openOnnx } from './onnx-runtime.ts';
import { giveWay } from '../give-way.ts';
import type { Turn } from './turn-scorer.ts';

giveWay();
const model = readModelFolder((workerData as { folder: string }).folder);
const scorer = onnxScorer(model, await openOnnx(model));

parentPort!.on('message', (turns: Turn[]) => {
	scorer.score(turns).then(
		(scored) => parentPort!.postMessage({ scored }),
		(error: unknown) => parentPort!.postMessage({ error: (error as Error).message })
	);
});
