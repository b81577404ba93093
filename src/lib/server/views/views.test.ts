import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { changeView, findView, keepView, listViews, removeView } from './index.ts';

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeEach(async () => void (test = await openTestContext()));
afterEach(() => test.close());

const ana = actorWithRole('supervisor');
const ben = actorWithRole('planner');
const view = { name: ' Chat, last hour ', address: '/?channel=chat&window=60m', isShared: false };

it('keepView() keeps an address under a name for its owner; shared, everybody who keeps views opens it', async () => {
	const { id } = await keepView(test.ctx, ana, view);
	expect(await listViews(test.ctx, ana)).toEqual([
		{ id, name: 'Chat, last hour', address: view.address, isShared: false, isOwn: true, mayChange: true }
	]);
	expect(await listViews(test.ctx, ben)).toEqual([]);
	expect(await findView(test.ctx, ben, id)).toBeNull();
	expect(await changeView(test.ctx, ana, id, { isShared: true })).toEqual({ status: 'changed' });
	expect(await findView(test.ctx, ben, id)).toMatchObject({ isShared: true, isOwn: false });
	expect(await test.audited()).toEqual(['view.keep', 'view.change']);
});

it('changeView() and removeView() leave what is another person’s, shared or not', async () => {
	const { id } = await keepView(test.ctx, ana, { ...view, isShared: true });
	expect(await changeView(test.ctx, ben, id, { name: 'Mine' })).toEqual({ status: 'unknown-view' });
	expect(await removeView(test.ctx, ben, id)).toEqual({ status: 'unknown-view' });
	expect(await findView(test.ctx, ana, id)).toMatchObject({ name: 'Chat, last hour' });
	expect(await removeView(test.ctx, ana, id)).toEqual({ status: 'removed' });
	expect(await listViews(test.ctx, ana)).toEqual([]);
	expect(await test.audited()).toEqual(['view.keep', 'view.remove']);
});

it('who manages people may remove what others share, so that no view outlives its owner, and nothing private', async () => {
	const admin = actorWithRole('admin');
	const shared = await keepView(test.ctx, ana, { ...view, isShared: true });
	const own = await keepView(test.ctx, ana, view);
	expect(await listViews(test.ctx, admin)).toMatchObject([{ id: shared.id, isOwn: false, mayChange: true }]);
	expect(await removeView(test.ctx, admin, shared.id)).toEqual({ status: 'removed' });
	expect(await removeView(test.ctx, admin, own.id)).toEqual({ status: 'unknown-view' });
});

it.each([
	'https://elsewhere.example/',
	'//elsewhere.example',
	'/\\elsewhere',
	'agents',
	'/sign-out',
	'/wallboard?token=kiosk_x'
])('keepView() refuses the address %j', async (address) => {
	await expect(keepView(test.ctx, ana, { ...view, address })).rejects.toMatchObject({ status: 400 });
});

it('nobody without the right keeps, changes, removes or sees views', async () => {
	const { id } = await keepView(test.ctx, ana, { ...view, isShared: true });
	const agent = actorWithRole('agent');
	for (const attempt of [
		() => keepView(test.ctx, agent, view),
		() => changeView(test.ctx, agent, id, { name: 'x' }),
		() => removeView(test.ctx, agent, id),
		() => keepView(test.ctx, null, view)
	])
		await expect(attempt()).rejects.toMatchObject({ status: 403 });
	expect(await listViews(test.ctx, agent)).toEqual([]);
});
