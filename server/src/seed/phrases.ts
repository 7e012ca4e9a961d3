import type { DemoTrigger } from './demo-types.js';

/** What staff write down after having listened. */
export const listening: readonly string[] = [
  '客户情绪较激动,已耐心听取经过并逐条复述确认。',
  '向客户核对了时间、网点和经办窗口,诉求记录无误。',
  '客户补充了当日的叫号单照片,愿意等待核查结果。',
  '客户说明最在意的是有人给个明确说法,已答应当天回电。',
  '听取客户意见,客户不要求赔偿,希望不再发生。',
  '与客户核实身份后了解经过,提示保留短信和交易截图。',
  '客户上班不便接听,约定晚上六点以后再联系。',
];

/** What the customer is told, and reads when tracking, while the matter is being worked on. */
export const progress: readonly string[] = [
  '您反映的情况已转相关部门核查,预计两个工作日内给您答复。',
  '已调取当日录像与交易流水,正在逐笔核对,有结果马上联系您。',
  '责任部门已确认收到,明天上午由专人致电说明处理方案。',
  '已向网点核实经过,还需要向科技部门调取日志,请您稍候。',
  '初步核查与您所述一致,正在办理审批,批准后即可入账。',
  '已与第三方机构发出协查函,对方答复后第一时间告知。',
  '处理方案已拟定,正在复核合规性,本周内给您正式答复。',
  '核查还差一份凭证,已安排网点今日补齐,谢谢您的耐心。',
  '分管负责人已听取汇报,要求加快办理,后续由我继续与您联系。',
];

/** How a frightened or angry customer is calmed. */
export const soothing: readonly string[] = [
  '电话安抚客户,告知已启动紧急处理并有专人全程跟进。',
  '上门看望客户,说明止付进展,客户情绪平稳。',
  '向客户说明目前资金状态和下一步安排,留下专人直线。',
  '与家属沟通,请其陪同客户报案并妥善保存通话记录。',
  '向在场客户说明情况并致歉,安排休息区和饮水。',
];

/** What is explained at length before an answer, in words the customer may read. */
export const explanation: readonly string[] = [
  '向您说明了相关业务规定、依据和办理条件,如有不清楚的地方请随时联系我。',
  '核查发现的问题已逐项向您说明,接下来按商定的办法处理。',
  '差错的成因和更正办法已向您解释,感谢您的理解。',
];

/** The note on signing for an escalation. */
export const acknowledgement: readonly string[] = [
  '已知悉,我来牵头。',
  '收到,十分钟内召集相关部门。',
  '签收,先稳住客户,再查原因。',
  '已安排专人跟进,进展随时报我。',
  '知道了,请办公室同步报送情况。',
];

/** Why an escalation may end although the complaint goes on, by what raised it. */
export const settlement: Record<DemoTrigger, readonly string[]> = {
  FRAUD_OR_ACCOUNT: [
    '账户已止付,反诈中心受理,专人对接客户,转入常规调查。',
    '涉案账户已冻结,客户已报案并换发介质,后续按案件流程跟进。',
    '资金去向已查明,可疑设备下线,客户由联合处理小组负责。',
  ],
  LEVEL_RAISED: ['承办部门和时限已明确,按重大投诉流程办理。', '已召开碰头会定责任人,进入调查。'],
  MEDIA: ['已由办公室统一回应并与记者保持联系,暂无扩散。', '澄清说明已提供给媒体,安排专人监测后续。'],
  MAJOR_RISK: ['涉事人员已停职,损失范围锁定,移交专班处理。'],
  SOCIAL_IMPACT: ['现场人员已全部散去,应急通道恢复办理,专人值守。', '已与代表沟通并约定答复日期,现场秩序正常。'],
  REPUTATION: ['当事人已接受上门致歉,网络讨论热度回落,继续监测。'],
  NO_FIRST_RESPONSE: ['已联系客户说明进展并致歉,责任人明确,继续办理。', '漏派原因查明,已由值班人员接手并回电客户。'],
  MANUAL: ['已协调相关部门明确分工,由承办人继续办理。'],
};

/** What the escalated had to say when they raised it by hand. */
export const calls: readonly string[] = [
  '客户扬言明早带人到网点讨说法,需要上级协调。',
  '涉及两个部门责任界定,现场无法答复客户。',
  '客户要求两小时内见负责人,请求支援。',
];
