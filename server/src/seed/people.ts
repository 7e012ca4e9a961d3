import type { DemoChannel, DemoComplainant } from './demo-types.js';
import type { Random } from './random.js';

const surnames = [
  ...'苗褚柏喻柳鲍费岑倪滕毕安常齐伍余元卜平和穆祁臧计伏成谈宋茅庞纪舒屈项祝闵席季麻强路娄危童颜梅盛林刁裴荣翁葛晏瞿温庄',
  '欧阳',
  '上官',
  '司徒',
  '诸葛',
];
const givenNames =
  '长海 惠兰 卫东 小满 亚楠 国庆 玉珍 一凡 雨桐 福生 秋月 学军 美华 子轩 淑贞 冬梅 海燕 天佑 金凤 爱民 若溪 明哲 晓峰 彩云 建设 依然 根宝 巧玲 少华 思源 念慈 铁柱 可欣 庆祥 翠萍 博文 伟明 雅琴 长青 紫涵'.split(
    ' ',
  );
// Names that break systems which were never tried with them: rare characters, two of them beyond the basic plane.
const rareNames = ['周㛃', '陈䶮', '李𬭎', '吉𠮷', '邢喆', '王㼆', '赵堃', '毛犇', '阿依努尔·吐尔逊', '扎西多吉'];
const streets = '安澜里 槐荫巷 菱湖路 竹枝街 听雨巷 新圩路 朝晖小区 云栖苑 水门街 南塘新村'.split(' ');

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an id number whose first 17 digits are given. */
export function idCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] as string;
}

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => String(random.between(0, 9))).join('');

/** A number of an operator that does not exist (154), so that nobody real can be rung. */
const inventPhone = (random: Random): string => `154${digits(random, 8)}`;

/** A formally valid id number of a region that does not exist (99). */
function inventIdNumber(random: Random): string {
  const born = `${random.between(1946, 2004)}${pad(random.between(1, 12))}${pad(random.between(1, 28))}`;
  const body = `99${pad(random.between(1, 20))}${pad(random.between(1, 30))}${born}${digits(random, 3)}`;
  return body + idCheckCharacter(body);
}

const pad = (value: number) => String(value).padStart(2, '0');

const inventName = (random: Random) =>
  random.chance(0.06) ? random.pick(rareNames) : random.pick(surnames) + random.pick(givenNames);

function representative(random: Random): DemoComplainant['representative'] {
  const relation = random.pick(['女儿', '儿子', '配偶', '外甥', '代理律师', '邻居']);
  return { name: inventName(random), phone: inventPhone(random), relation };
}

/** Somebody who complains by that channel; about one in fifteen gives no name. */
export function inventComplainant(random: Random, channel: DemoChannel): DemoComplainant {
  const company = { anonymous: false, jointCount: 1, inPerson: channel === 'ON_SITE' };
  if (channel !== 'MOBILE_APP' && random.chance(0.08)) return { ...company, anonymous: true };
  return {
    ...company,
    name: inventName(random),
    phone: inventPhone(random),
    ...(channel === 'EMAIL' || random.chance(0.15) ? { email: `kehu${digits(random, 5)}@example.com` } : {}),
    ...(random.chance(0.45) && { idNumber: inventIdNumber(random) }),
    ...(random.chance(0.3) && { customerNumber: `K${digits(random, 10)}` }),
    ...(channel === 'LETTER' || random.chance(0.1)
      ? { address: `${random.pick(streets)}${random.between(1, 88)}号${random.between(101, 1806)}室` }
      : {}),
    ...(channel !== 'MOBILE_APP' && random.chance(0.07) && { representative: representative(random) }),
    ...(random.chance(0.03) && { jointCount: random.between(2, 5) }),
  };
}
