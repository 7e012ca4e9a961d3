import { ref } from '@mikro-orm/core';
import type { Application } from '../kernel/application.js';
import { CodeListEntry, CodeListName } from './code-list-entry.js';
import { entriesOf, inTreeOrder, lockLists, number } from './code-list-order.js';
import { codeListSeed } from './code-list-seed.js';

/** Adds the codes that every bank begins with; what is there already stays as the bank has made it. */
export async function seedCodeLists(app: Application): Promise<void> {
  const em = app.orm.em.fork();
  await em.transactional(async (inner) => {
    // Two servers may start at once on an empty database.
    await lockLists(inner);
    const known = new Map((await inner.find(CodeListEntry, {})).map((entry) => [`${entry.list} ${entry.code}`, entry]));
    const before = known.size;
    for (const { list, code, parent: parentCode, nameZh, nameEn } of codeListSeed) {
      if (known.has(`${list} ${code}`)) continue;
      const parent = parentCode ? known.get(`${list} ${parentCode}`)! : null;
      const path = `${parent?.path ?? '/'}${code}/`;
      const entry = Object.assign(new CodeListEntry(), {
        list,
        code,
        nameZh,
        nameEn,
        parent: parent && ref(parent),
        path,
        // After what is there, until all are numbered.
        position: known.size + 1,
        createdAt: app.clock.now(),
      });
      inner.persist(entry);
      known.set(`${list} ${code}`, entry);
    }
    if (known.size === before) return;
    await inner.flush();
    for (const list of Object.keys(CodeListName) as CodeListName[])
      await number(inner, inTreeOrder(await entriesOf(inner, list)));
  });
}
