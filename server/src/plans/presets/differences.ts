import { positionNames, postNames } from '../../org/groups/position-names.js';
import { groupNames, unitKindNames } from './labels.js';
import type { DeskDemand, GroupDemand, PlanPreset, PositionDemand, Text } from './preset.js';
import { isDefault } from './presets.js';

/** One thing that a preset has and the default has not. */
export interface Difference {
  clauses: readonly string[];
  label: Text;
  value: Text;
  /** Whether the number or the words are ours, because the clause gives none. */
  isOwn: boolean;
}

/** What a preset adds to the default: desk, groups, basis, principles, duties and rules, each with its clauses. */
export function differencesOf(preset: PlanPreset): Difference[] {
  const said = (clause: string, label: Text, value: Text, isOwn = false) => ({
    clauses: [clause],
    label,
    value,
    isOwn,
  });
  return [
    said(preset.desk.clause, ['投诉管理部门', 'Desk'], deskName(preset.desk)),
    ...preset.groups.map((group) => ({
      clauses: [...new Set([group.clause, ...group.positions.map(({ clause }) => clause)])],
      label: groupLabel(group),
      value: joined(group.positions.map(positionLabel)),
      isOwn: false,
    })),
    ...preset.rules
      .filter((rule) => !isDefault(rule))
      .map(({ clause, label, value, isOwnNumber }) => said(clause, label, value, isOwnNumber)),
    ...preset.basis.map(({ clause, title, number }) => {
      const value: Text = number ? [`${title[0]}（${number}）`, `${title[1]} (${number})`] : title;
      return said(clause, ['制定依据', 'Basis'], value);
    }),
    ...preset.principles.map(({ clause, text, isOwn }) => said(clause, ['处理原则', 'Principle'], text, isOwn)),
    ...preset.duties.map(({ clause, who, what }) => said(clause, [`职责分工：${who[0]}`, `Duty: ${who[1]}`], what)),
  ];
}

/** The name of a desk. */
export const deskName = (desk: DeskDemand): Text => ('group' in desk ? groupNames[desk.group] : desk.department.name);

/** A demanded group in words: what kind it is and where it stands. */
export function groupLabel({ kind, each, lead }: GroupDemand): Text {
  const [zh, en] = groupNames[kind];
  if (each) {
    const kinds = each.map((unitKind) => unitKindNames[unitKind]);
    return [
      `${kinds.map(([name]) => `各${name}`).join('、')}${zh}`,
      `${en} at every ${kinds.map(([, name]) => name).join(', ')}`,
    ];
  }
  return lead ? [`${zh}（${lead.name[0]}牵头）`, `${en} (led by: ${lead.name[1]})`] : [zh, en];
}

/** A demanded position in words: position, department or kind of unit, post. */
export function positionLabel({ position, post, department, each }: PositionDemand): Text {
  const place: Text = position ? positionNames[position] : ['人员', 'Somebody'];
  const [zh, en] = holderOf(post, department, each);
  return zh ? [`${place[0]}：${zh}`, `${place[1]}: ${en}`] : place;
}

function holderOf(
  post: PositionDemand['post'],
  department: PositionDemand['department'],
  each: PositionDemand['each'],
): Text {
  const [postZh, postEn] = post ? postNames[post] : ['', ''];
  if (department && post === 'DEPARTMENT_HEAD') return [`${department.name[0]}负责人`, `head of ${department.name[1]}`];
  if (department) return [`${department.name[0]}${postZh}`, `${postEn || 'from'} ${department.name[1]}`];
  if (each) return [`各${unitKindNames[each][0]}${postZh}`, `${postEn} of every ${unitKindNames[each][1]}`];
  return [postZh, postEn];
}

const joined = (texts: readonly Text[]): Text => [
  texts.map(([zh]) => zh).join('；'),
  texts.map(([, en]) => en).join('; '),
];
