import { parentPort } from 'node:worker_threads';
import { foreseeQueues, type ForeseeRequest } from './foresee-queues.ts';

parentPort!.on('message', (request: ForeseeRequest) => parentPort!.postMessage(foreseeQueues(request)));
