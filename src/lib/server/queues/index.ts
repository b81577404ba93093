export { listQueues, type QueueRecord } from './list-queues.ts';
export { updateQueue, QueueChange } from './update-queue.ts';
