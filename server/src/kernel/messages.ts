/** The languages the server answers in. */
export type Locale = 'zh' | 'en';

/** What is said in words: a key into the catalogue and the values it mentions. */
export interface Message {
  key: string;
  params?: Record<string, string | number>;
}

type Texts = Record<string, readonly [zh: string, en: string]>;

const catalogue: Texts = {};

/** Adds a slice's texts; a key defined twice is a mistake found at start. */
export function defineMessages(texts: Texts): void {
  for (const [key, pair] of Object.entries(texts)) {
    if (key in catalogue && catalogue[key] !== pair) throw new Error(`message defined twice: ${key}`);
    catalogue[key] = pair;
  }
}

/** Says a message in a language; `{name}` stands for a parameter. */
export function say(locale: Locale, message: Message | string): string {
  const { key, params } = typeof message === 'string' ? { key: message, params: {} } : message;
  const pair = catalogue[key];
  if (!pair) return key;
  const text = locale === 'zh' ? pair[0] : pair[1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

/** Whether there is a text under a key. */
export const hasMessage = (key: string): boolean => key in catalogue;

/** Picks the language from an `Accept-Language` header; Chinese unless English is preferred (RFC 9110, 12.5.4). */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  return wishes[0]?.tag.startsWith('en') ? 'en' : 'zh';
}

/** Every key of the catalogue, for the test that finds texts nobody wrote. */
export function messageKeys(): string[] {
  return Object.keys(catalogue);
}

defineMessages({
  'error.unauthenticated': [
    '您尚未登录或登录已失效，请重新登录。',
    'You are not signed in, or the sign-in has expired.',
  ],
  'error.forbidden': [
    '您没有此项操作权限，如需办理请联系系统管理员。',
    'You may not do this; ask the system administrator if you need to.',
  ],
  'error.notFound': ['未找到该记录，或您无权查看。', 'There is no such record, or you may not see it.'],
  'error.badInput': [
    '填写内容有误，请按提示修改后重新提交。',
    'Some values are wrong; please correct them and send again.',
  ],
  'error.badRequest': ['请求的格式不正确。', 'The request is malformed.'],
  'error.tooLarge': ['请求过大：最多 {most} KB。', 'The request is too large: at most {most} KB.'],
  'error.stale': ['该记录已被他人更新，请刷新后重试。', 'Somebody else has changed this record; reload and try again.'],
  'error.wrongState': ['当前状态不能进行此操作。', 'This cannot be done in the present state.'],
  'error.keyReused': ['该请求编号已用于其他内容。', 'This idempotency key was used for another request.'],
  'error.duplicate': ['已有相同的记录。', 'There is such a record already.'],
  'error.cursorTooOld': ['实时消息已过期，请刷新页面。', 'These events are no longer kept; reload the page.'],
  'error.rateLimited': [
    '操作过于频繁，请在 {seconds} 秒后重试。',
    'Too many requests; try again in {seconds} seconds.',
  ],
  'error.unavailable': [
    '服务暂时不可用，请在 {seconds} 秒后重试。',
    'The service is unavailable for the moment; try again in {seconds} seconds.',
  ],
  'error.tooDeep': [
    '查询层数过多：最多 {most} 层，实际 {found} 层。',
    'The query is too deep: at most {most} levels, it has {found}.',
  ],
  'error.tooManyAliases': [
    '查询别名过多：最多 {most} 个，实际 {found} 个。',
    'The query has too many aliases: at most {most}, it has {found}.',
  ],
  'error.tooManyDirectives': [
    '查询指令过多：最多 {most} 个，实际 {found} 个。',
    'The query has too many directives: at most {most}, it has {found}.',
  ],
  'error.tooManyFields': [
    '查询字段过多：最多 {most} 个，实际 {found} 个。',
    'The query has too many fields: at most {most}, it has {found}.',
  ],
  'error.tooCostly': [
    '查询范围过大：预计取值 {found} 个，最多 {most} 个，请缩小范围后重试。',
    'The query asks for about {found} values, at most {most} are given at once; ask for less.',
  ],
  'error.internal': [
    '系统繁忙，请稍后重试；如仍未恢复，请联系技术支持并提供编号 {id}。',
    'Something went wrong on our side; if it persists, quote {id} to support.',
  ],
  'field.required': ['必填', 'is required'],
  'field.wrongType': ['类型或取值不正确', 'has the wrong type or is not one of the allowed values'],
  'field.unknown': ['没有这个字段', 'is not a known field'],
  'field.tooLong': ['最多 {max} 个字符', 'may have at most {max} characters'],
  'field.tooShort': ['至少 {min} 个字符', 'needs at least {min} characters'],
  'field.badCharacters': ['含有无法保存的字符', 'contains characters that cannot be stored'],
  'field.badCursor': ['游标无效', 'is not a valid cursor'],
  'field.notInSchema': ['不符合接口定义', 'does not fit the schema'],
  'field.onlyOverSocket': ['订阅只能经 WebSocket 进行', 'subscriptions run over the WebSocket only'],
  'field.outOfRange': ['应在 {min} 到 {max} 之间', 'must be between {min} and {max}'],
  'field.holdsSecret': ['请勿填写密码、卡号和安全码', 'Remove passwords, and card numbers with their CVV'],
  'field.notFound': ['没有这一项，或您无权使用', 'does not exist, or is not yours to use'],
  'field.oneOf': ['须且只须给出其中一项', 'exactly one of these must be given'],
});
