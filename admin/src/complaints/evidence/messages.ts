import { bilingual } from '../../provider/bilingual';

/** The files of a case. */
export const evidenceMessages = bilingual(
  {
    evidence: {
      title: '证据材料',
      none: '还没有证据材料。',
      notScanned: '未配置恶意代码检测：打开下载的文件前请先查毒。',
      add: '选择文件',
      drop: '将文件拖到此处，或',
      fromCustomer: '投诉人提供',
      fromStaff: '承办机构收集',
      cancel: '取消',
      dismiss: '关闭',
      download: '下载原件，事由…',
      progress: '%{name} 上传进度',
      failed: '上传未完成，请检查网络后重试。',
      customer: '投诉人',
    },
  },
  {
    evidence: {
      title: 'Evidence',
      none: 'No files yet.',
      notScanned: 'No malware scanner is set up: scan what you download before you open it.',
      add: 'Choose files',
      drop: 'Drop files here, or',
      fromCustomer: 'From the complainant',
      fromStaff: 'Collected by staff',
      cancel: 'Cancel',
      dismiss: 'Close',
      download: 'Download for …',
      progress: 'Upload of %{name}',
      failed: 'The upload broke off; check the network and try again.',
      customer: 'complainant',
    },
  },
);
