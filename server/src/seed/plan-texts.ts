/** What the plans of the invented bank say in words. */
export const bankPrinciples = [
  '客户至上：先安抚，后处理；先办理，后追责。',
  '首问负责：谁先接到投诉，谁登记、谁跟到底。',
  '快速响应：二十四小时内告知客户处理方案或进展。',
  '依法合规：处理过程留痕，客户信息严格保密。',
].join('\n');

export const branchPrinciples = [
  '能当场解决的当场解决，不能当场解决的当日上报。',
  '涉及资金和账户安全的，先止损，再查明原因。',
  '一件投诉一个责任人，办结前不换手。',
].join('\n');

/** The regulations that the plans rest on. */
export const laws = [
  {
    title: '银行业保险业消费投诉处理管理办法',
    number: '银保监会令2020年第3号',
    issuedOn: '2020-01-14',
  },
  {
    title: '中国人民银行金融消费者权益保护实施办法',
    number: '中国人民银行令〔2020〕第5号',
    issuedOn: '2020-09-15',
  },
];

export const bankDuties: readonly (readonly [code: string, text: string])[] = [
  ['0000-KHFW', '归口管理全行投诉：受理、分类、分派、督办和统计'],
  ['0000-FLHG', '审查处理意见是否合法合规，提供法律支持'],
  ['0000-AQBW', '群体性投诉发生时组织现场处置'],
  ['1100', '落实本预案，明确辖内各级责任人'],
  ['2000', '落实本预案，指导辖内分行制定实施办法'],
  ['3000', '落实本预案，指导辖内分行制定实施办法'],
];

export const outletDuties = ['现场投诉由网点负责人当场受理并登记', '当日不能解决的，下班前报分行投诉处理办公室'];
