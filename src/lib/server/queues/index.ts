export { listQueues, type QueueRecord } from './list-queues.ts';
export { updateQueue, QueueChange } from './update-queue.ts';
export { listSkills, type SkillRecord } from './list-skills.ts';
export { addSkill, NewSkill } from './add-skill.ts';
