import { parentPort } from 'node:worker_threads';
import { giveWay } from '../give-way.ts';
import { answerRequest, type BalanceRequest } from './answer-request.ts';

giveWay();
parentPort!.on('message', (request: BalanceRequest) => parentPort!.postMessage(answerRequest(request)));
