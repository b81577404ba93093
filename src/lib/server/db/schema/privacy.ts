import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from './columns.ts';

/** Customers that were erased: no name, only what it takes to know it again and what stands in its place. */
export const erasures = sqliteTable(
	'erasures',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		/** SHA-256 of the customer's id. */
		customerHash: text('customer_hash').notNull(),
		pseudonym: text('pseudonym').notNull(),
		erasedBy: text('erased_by').notNull(),
		erasedAt: instant('erased_at').notNull()
	},
	(table) => [index('erasures_customer').on(table.customerHash)]
);
