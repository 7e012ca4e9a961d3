import { bilingual } from '../provider/bilingual';

/** The landing page of those who do not work on complaints every day. */
export const homeMessages = bilingual(
  {
    home: {
      title: '首页',
      greeting: '%{name}，您好',
      who: '您的身份',
      username: '工号',
      post: '职务',
      unit: '所在机构',
      roles: '您的岗位',
      noRoles: '没有岗位授权。您仍可登记投诉、上报升级。',
      at: '%{role} · %{unit}',
      withSubtree: '含辖内',
      may: '您可以做什么',
      register: '登记投诉',
      api: '接口文档',
      tasks: '待办',
      noTasks: '没有需要处理的事项。',
      grantsWaiting: '%{count} 项岗位授权待复核',
      unitsWithoutTeam: '%{count} 个网点没有投诉处理小组',
      casesUnreached: '%{count} 种情形升级后无人接收',
    },
  },
  {
    home: {
      title: 'Home',
      greeting: 'Hello, %{name}',
      who: 'Who you are',
      username: 'Employee number',
      post: 'Post',
      unit: 'Unit',
      roles: 'Your roles',
      noRoles: 'No role has been granted. You may still register complaints and raise escalations.',
      at: '%{role} · %{unit}',
      withSubtree: 'with its subtree',
      may: 'What you may do',
      register: 'Register a complaint',
      api: 'API',
      tasks: 'What waits',
      noTasks: 'Nothing waits.',
      grantsWaiting: 'Role grants waiting for approval: %{count}',
      unitsWithoutTeam: 'Outlets without a handling team: %{count}',
      casesUnreached: 'Cases in which an escalation reaches nobody: %{count}',
    },
  },
);
