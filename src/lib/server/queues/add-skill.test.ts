import { expect, it } from 'vitest';
import { actorWithRole, openTestContext } from '../access/testing.ts';
import { addSkill, listSkills } from './index.ts';

it('addSkill() makes an id of the name, tells a name that is there already, and refuses other roles', async () => {
	const { ctx, audited, close } = await openTestContext();
	try {
		const admin = actorWithRole('admin');
		expect(await addSkill(ctx, admin, { name: ' Facturación y pagos ' })).toEqual({
			skillId: 'facturacion-y-pagos'
		});
		await expect(addSkill(ctx, admin, { name: 'facturación y PAGOS' })).rejects.toThrow('there already');
		await expect(addSkill(ctx, admin, { name: '¿?' })).rejects.toThrow('a letter or a digit');
		await expect(addSkill(ctx, actorWithRole('planner'), { name: 'Sales' })).rejects.toThrow(
			'settings.manage'
		);
		expect(await listSkills(ctx)).toEqual([{ id: 'facturacion-y-pagos', name: 'Facturación y pagos' }]);
		expect(await audited()).toEqual(['skill.add']);
	} finally {
		close();
	}
});
