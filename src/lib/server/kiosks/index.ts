export { BOARD_SECONDS, boardQueues, newKiosk, type Board } from './board-input.ts';
export { createKiosk } from './create-kiosk.ts';
export { listKiosks, type KioskRow } from './list-kiosks.ts';
export { openKiosk, type Kiosk } from './open-kiosk.ts';
export { queuesSeen } from './queues-seen.ts';
export { readBoard } from './read-board.ts';
export { Revocations } from './revocations.ts';
export { revokeKiosk } from './revoke-kiosk.ts';
