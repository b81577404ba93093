export { listAgents, type AgentRecord } from './list-agents.ts';
export { knowsSkill } from './knows-skill.ts';
export { importAgents, type ImportAgentsResult } from './import-agents.ts';
export { createAgents, CreateAgentsInput } from './create-agents.ts';
