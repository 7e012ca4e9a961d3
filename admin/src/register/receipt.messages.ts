import { bilingual } from '../provider/bilingual';

/** What is shown and printed after registering. */
export const receiptMessages = bilingual(
  {
    receipt: {
      title: '已登记',
      settled: '已登记并当场解决',
      settledNote: '已按客户同意的结果当场解决。',
      reference: '投诉编号',
      trackingCode: '查询码',
      keep: '请客户妥善保管查询码，凭它可以查询进度。',
      where: '查询网址：%{address}',
      received: '收到时间',
      promise: '我行将在 %{when} 前与您联系，说明进展。',
      print: '打印回执',
      another: '再登一件',
      open: '打开这件投诉',
      slip: '投诉登记回执',
    },
  },
  {
    receipt: {
      title: 'Registered',
      settled: 'Registered and resolved at once',
      settledNote: 'Resolved at once, as the customer agreed.',
      reference: 'Reference',
      trackingCode: 'Tracking code',
      keep: 'Ask the customer to keep the tracking code; it opens the progress page.',
      where: 'Look it up at %{address}',
      received: 'Received',
      promise: 'The bank will call you about it before %{when}.',
      print: 'Print receipt',
      another: 'Register another',
      open: 'Open this complaint',
      slip: 'Receipt of complaint',
    },
  },
);
