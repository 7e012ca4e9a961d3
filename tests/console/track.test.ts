import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { following } from '../aftermath.js';
import { appears, openConsole, phone, vanishes, type Console } from '../harness/console.js';

let bank: Console;
let make: ReturnType<typeof following>;
beforeAll(async () => {
  bank = await openConsole();
  make = following(bank);
});
afterAll(() => bank.stop());

const opened = async (code: string, locale = 'zh-CN') => {
  const page = await bank.visit({ path: '/track', ...phone, locale });
  await page.getByRole('textbox').first().fill(code);
  await page.getByRole('button', { name: locale === 'zh-CN' ? '查询' : 'Look up' }).click();
  return page;
};

test('a customer rates the answer once, on a telephone', async () => {
  const { id, code } = await make.settled();
  const page = await opened(code);
  await page.getByRole('button', { name: '提交评价' }).click();
  await appears(page.getByText('请选择满意程度'));
  await page.getByRole('radio', { name: '满意', exact: true }).check({ force: true });
  await page.getByLabel('您的意见').fill('处理很快');
  await page.getByRole('button', { name: '提交评价' }).click();
  await appears(page.getByText('已提交，谢谢。'));
  await vanishes(page.getByRole('button', { name: '提交评价' }));
  expect((await make.read(id, 'surveys { state score comment }')).surveys).toEqual([
    { state: 'ANSWERED', score: 4, comment: '处理很快' },
  ]);
});

test('appeals in English, sees by when it is decided, and takes it back', async () => {
  const { id, code } = await make.answered();
  const page = await opened(code, 'en-GB');
  await page.getByRole('button', { name: 'File appeal' }).click();
  await appears(page.getByRole('alert').or(page.locator('[aria-invalid="true"]')).first());
  await page.getByLabel('Why you appeal').fill('The refund is too small');
  await page.getByRole('button', { name: 'File appeal' }).click();
  await appears(page.getByText('Your appeal is accepted'));
  expect((await make.read(id, 'appeals { state grounds }')).appeals).toEqual([
    { state: 'ACCEPTED', grounds: 'The refund is too small' },
  ]);
  await page.getByRole('button', { name: 'Withdraw appeal' }).click();
  await appears(page.getByText('Your appeal was withdrawn.'));
  await appears(page.getByRole('button', { name: 'File appeal' }));
});

test('adds documents while the complaint is in work', async () => {
  const { id } = await make.investigated();
  const page = await opened(await make.codeOf(id));
  await page.getByLabel('选择文件').setInputFiles({
    name: '回单.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await appears(page.getByText('已收到 1 个文件'));
  expect((await make.read(id, 'evidence { source collectedBy { id } }')).evidence).toEqual([
    { source: 'CUSTOMER', collectedBy: null },
  ]);
});
