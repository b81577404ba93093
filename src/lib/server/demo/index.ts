export { startDemo, type Demo } from './start-demo.ts';
