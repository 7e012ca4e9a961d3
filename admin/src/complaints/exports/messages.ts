import { bilingual } from '../../provider/bilingual';

/** Taking out the file of a complaint. */
export const exportMessages = bilingual(
  {
    exports: {
      caseFile: '导出档案',
      content: '内容',
      MASKED: '脱敏',
      WITH_ORIGINALS: '含原件和明文',
      hint: '导出人、时间、事由和文件校验值记入审计日志，每页带有导出人水印。',
      writing: '正在生成档案，请稍候…',
      failed: '档案未能生成，请重新导出。',
      download: '下载档案',
    },
  },
  {
    exports: {
      caseFile: 'Export file',
      content: 'What it holds',
      MASKED: 'masked',
      WITH_ORIGINALS: 'originals, in clear',
      hint: 'Your name, the time, the reason and the digest of the file go to the audit log; each page carries your name.',
      writing: 'The file is being written …',
      failed: 'The file could not be written; export it once more.',
      download: 'Download',
    },
  },
);
