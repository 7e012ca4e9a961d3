import { defineMessages } from '../../kernel/messages.js';

defineMessages({
  'action.addEvidence': ['添加证据', 'Add evidence'],
  'action.downloadEvidence': ['下载证据原件', 'Download evidence'],
  'evidence.empty': ['文件是空的', 'is empty'],
  'evidence.tooLarge': ['文件过大：最多 {most} MB', 'is too large: at most {most} MB'],
  'evidence.tooMany': ['该投诉的证据材料已达上限 {most} 份', 'The complaint has all the files it may have: {most}'],
  'evidence.notAccepted': [
    '不接受此类文件。可接受：PDF、图片、录音录像、Office 文档（不含宏）、纯文本',
    'is not accepted. Send PDF, pictures, recordings, Office documents without macros, or plain text',
  ],
  'evidence.malware': ['文件含有恶意代码：{name}', 'holds malware: {name}'],
  'evidence.rawBody': [
    '请以文件内容本身作为请求体，不要使用表单或压缩',
    'must be the bytes of the file as they are: no form, no compression',
  ],
  'evidence.ownOnly': ['只能为 CUSTOMER（投诉人提供）', 'can only be CUSTOMER here'],
  'evidence.eitherOne': ['须给出投诉编号或查询码其中之一', 'Give either the complaint or the tracking code'],
});
