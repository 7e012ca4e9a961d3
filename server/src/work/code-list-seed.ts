/** One entry of a code list that every installation starts with. */
export interface CodeListSeedEntry {
  list: 'CATEGORY' | 'PRODUCT' | 'REASON' | 'CAUSE';
  code: string;
  parent?: string;
  nameZh: string;
  nameEn: string;
}

type Row = readonly [code: string, nameZh: string, nameEn: string, children?: readonly Row[]];

const categories: readonly Row[] = [
  [
    'BUSINESS_HANDLING',
    '业务处理',
    'Business handling',
    [
      ['ACCOUNT_HANDLING', '账户开立与变更', 'Opening and changing accounts'],
      ['TRANSFER_HANDLING', '转账汇款', 'Transfers and remittances'],
      ['LOAN_HANDLING', '贷款办理', 'Loan processing'],
      ['CARD_HANDLING', '银行卡业务', 'Card services'],
      ['CREDIT_RECORD', '征信记录', 'Credit records'],
      ['DEBT_COLLECTION', '欠款催收', 'Debt collection'],
    ],
  ],
  ['SERVICE_ATTITUDE', '服务态度', 'Service attitude'],
  [
    'PRODUCT',
    '银行产品',
    'Banking product',
    [
      ['FEES', '收费争议', 'Fees'],
      ['INTEREST', '利率与计息', 'Interest'],
      ['PRODUCT_TERMS', '产品条款与披露', 'Terms and disclosure'],
      ['REWARDS', '权益与积分', 'Benefits and rewards'],
    ],
  ],
  [
    'SERVICE_QUALITY',
    '服务质量',
    'Service quality',
    [
      ['WAITING_TIME', '等候时间', 'Waiting time'],
      ['HOTLINE', '客服热线', 'Customer hotline'],
      ['PREMISES', '网点环境与设施', 'Premises and facilities'],
    ],
  ],
  [
    'STAFF_CONDUCT',
    '员工行为',
    'Staff conduct',
    [
      ['MIS_SELLING', '销售误导', 'Mis-selling'],
      ['UNAUTHORISED_CONDUCT', '违规操作', 'Unauthorised conduct'],
    ],
  ],
  ['POLICY', '政策规定', 'Policies and rules'],
  ['FINANCIAL_LOSS', '经济损失', 'Financial loss'],
  [
    'SYSTEM_FAILURE',
    '系统故障',
    'System failure',
    [
      ['APP_FAILURE', '手机银行故障', 'Mobile banking failure'],
      ['DEVICE_FAILURE', '自助设备故障', 'Self-service device failure'],
      ['PAYMENT_FAILURE', '支付失败', 'Payment failure'],
    ],
  ],
  [
    'OPERATION_ERROR',
    '操作失误',
    'Operation error',
    [
      ['POSTING_ERROR', '记账差错', 'Posting error'],
      ['DATA_ENTRY_ERROR', '信息录入错误', 'Data entry error'],
    ],
  ],
  ['PROCESS', '业务流程', 'Business process'],
  ['INCONVENIENCE', '操作不便', 'Inconvenience'],
  [
    'ACCOUNT_SECURITY',
    '账户安全',
    'Account security',
    [
      ['UNAUTHORISED_LOGIN', '账户异常登录', 'Unauthorised sign-in'],
      ['UNAUTHORISED_TRANSFER', '非本人交易', 'Unauthorised transaction'],
      ['INFORMATION_LEAK', '个人信息泄露', 'Leak of personal information'],
    ],
  ],
  [
    'FRAUD',
    '欺诈',
    'Fraud',
    [
      ['TELECOM_FRAUD', '电信诈骗', 'Telecom fraud'],
      ['CARD_SKIMMING', '银行卡盗刷', 'Card skimming'],
      ['PHISHING', '网络钓鱼', 'Phishing'],
      ['IDENTITY_THEFT', '身份冒用', 'Identity theft'],
    ],
  ],
  ['SYSTEM_UPGRADE', '系统升级', 'System upgrade'],
  ['OTHER', '其他', 'Other'],
];

const products: readonly Row[] = [
  ['SAVINGS', '储蓄存款', 'Savings deposit'],
  ['CURRENT_ACCOUNT', '个人结算账户', 'Personal current account'],
  ['CORPORATE_ACCOUNT', '对公账户', 'Corporate account'],
  ['DEBIT_CARD', '借记卡', 'Debit card'],
  ['CREDIT_CARD', '信用卡', 'Credit card'],
  [
    'LOAN',
    '贷款',
    'Loan',
    [
      ['MORTGAGE', '个人住房贷款', 'Mortgage'],
      ['CONSUMER_LOAN', '个人消费贷款', 'Consumer loan'],
      ['BUSINESS_LOAN', '经营性贷款', 'Business loan'],
    ],
  ],
  ['WEALTH_MANAGEMENT', '理财产品', 'Wealth management'],
  ['FUND_AGENCY', '代销基金', 'Fund agency'],
  ['INSURANCE_AGENCY', '代理保险', 'Insurance agency'],
  ['PRECIOUS_METAL', '贵金属', 'Precious metals'],
  ['PAYMENT', '支付结算', 'Payment and settlement'],
  ['MOBILE_BANKING', '手机银行', 'Mobile banking'],
  ['INTERNET_BANKING', '网上银行', 'Internet banking'],
  ['SELF_SERVICE', '自助设备', 'Self-service device'],
  ['FOREIGN_EXCHANGE', '外汇业务', 'Foreign exchange'],
  ['PENSION_AGENCY', '代发养老金', 'Pension payments'],
  ['SAFE_DEPOSIT', '保管箱', 'Safe deposit box'],
  ['OTHER', '其他', 'Other'],
];

const reasons: readonly Row[] = [
  ['NOT_OUR_BUSINESS', '不属于本行业务', 'Not business of this bank'],
  ['DUPLICATE', '重复投诉', 'Duplicate complaint'],
  ['INSUFFICIENT_INFORMATION', '信息不足且无法补充', 'Information missing and not obtainable'],
  ['IN_LITIGATION', '已进入诉讼或仲裁', 'Before a court or in arbitration'],
  ['ALREADY_DECIDED', '已有处理决定且无新事实', 'Already decided, no new facts'],
  ['NOT_AUTHENTIC', '经核实不属实', 'Found not to be genuine'],
  ['WRONG_DEPARTMENT', '分派部门有误', 'Wrong department'],
  ['CONFLICT_OF_INTEREST', '需要回避', 'Conflict of interest'],
  ['ABSENCE', '承办人不在岗', 'Handler absent'],
  ['NEW_FACTS', '发现新情况', 'New facts'],
  ['COMPLEX_CASE', '情况复杂', 'Complex case'],
  ['WAITING_FOR_THIRD_PARTY', '等待第三方配合', 'Waiting for a third party'],
  ['CONTACT_CUSTOMER', '联系客户', 'Contacting the customer'],
  ['VERIFY_IDENTITY', '核实身份', 'Verifying identity'],
  ['OTHER', '其他', 'Other'],
];

const causes: readonly Row[] = [
  ['OPERATION_FAULT', '操作失误', 'Mistake in operation'],
  ['CONDUCT_FAULT', '服务行为不当', 'Improper conduct of staff'],
  ['SKILL_GAP', '业务知识不足', 'Lack of knowledge'],
  ['PROCESS_FAULT', '流程缺陷', 'Defect of a process'],
  ['RULE_UNCLEAR', '制度不清', 'Unclear rule'],
  ['PRODUCT_FAULT', '产品设计缺陷', 'Defect of a product'],
  ['DISCLOSURE_FAULT', '信息披露不足', 'Insufficient disclosure'],
  ['SYSTEM_FAULT', '系统故障', 'System failure'],
  ['CAPACITY_SHORT', '资源不足', 'Lack of capacity'],
  ['OUTSIDE_FRAUD', '外部欺诈', 'Fraud from outside'],
  ['THIRD_PARTY_FAULT', '第三方原因', 'Fault of a third party'],
  ['MISUNDERSTANDING', '客户误解', 'Misunderstanding by the customer'],
  ['NO_FAULT', '未发现问题', 'No fault found'],
  ['OTHER', '其他', 'Other'],
];

function flatten(list: CodeListSeedEntry['list'], rows: readonly Row[], parent?: string): CodeListSeedEntry[] {
  return rows.flatMap(([code, nameZh, nameEn, children = []]) => [
    { list, code, ...(parent && { parent }), nameZh, nameEn },
    ...flatten(list, children, code),
  ]);
}

/** The code lists of a new installation; a parent always stands before its children. */
export const codeListSeed: readonly CodeListSeedEntry[] = [
  ...flatten('CATEGORY', categories),
  ...flatten('PRODUCT', products),
  ...flatten('REASON', reasons),
  ...flatten('CAUSE', causes),
];
