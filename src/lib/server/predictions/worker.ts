import { parentPort } from 'node:worker_threads';
import { giveWay } from '../give-way.ts';
import { foreseeQueues, type ForeseeRequest } from './foresee-queues.ts';

giveWay();
parentPort!.on('message', (request: ForeseeRequest) => parentPort!.postMessage(foreseeQueues(request)));
