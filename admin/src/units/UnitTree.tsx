import { Box } from '@mui/material';
import { Building2, ChevronDown, ChevronRight, Landmark, MapPin, Network, TriangleAlert } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import type { UnitRow } from './units.graphql';
import type { TreeLine } from './useUnitTree';

interface UnitTreeProps {
  label: string;
  lines: readonly TreeLine[];
  selectedId: string | undefined;
  onSelect(id: string): void;
  onToggle(id: string, isOpen: boolean): void;
  onMore(parentId: string): void;
}

/** The tree by the keys of the ARIA Authoring Practices: arrows, Home, End, Enter, and letters jump to a name. */
export const UnitTree = ({ label, lines, selectedId, onSelect, onToggle, onMore }: UnitTreeProps) => {
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string>();
  const isShown = (id: string | undefined) => lines.some((line) => line.id === id);
  const current = [focusedId, selectedId].find(isShown) ?? lines[0]?.id;
  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setFocusedId(id);
    list.current?.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus();
  };
  const choose = (line: TreeLine) => (line.unit ? onSelect(line.id) : onMore(line.parentId!));
  const onKeyDown = (event: KeyboardEvent) => {
    const index = lines.findIndex(({ id }) => id === current);
    const line = lines[index];
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(lines[index + 1]?.id),
      ArrowUp: () => focus(lines[index - 1]?.id),
      Home: () => focus(lines[0]?.id),
      End: () => focus(lines.at(-1)?.id),
      ArrowRight: () =>
        line.isExpanded === false ? onToggle(line.id, true) : line.isExpanded && focus(lines[index + 1]?.id),
      ArrowLeft: () => (line.isExpanded ? onToggle(line.id, false) : focus(line.parentId)),
      Enter: () => choose(line),
      ' ': () => choose(line),
    };
    const byName = () => {
      const after = [...lines.slice(index + 1), ...lines.slice(0, index)];
      focus(after.find(({ unit }) => unit?.name.toLowerCase().startsWith(event.key.toLowerCase()))?.id);
    };
    const move = moves[event.key] ?? (event.key.length === 1 ? byName : undefined);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <Box component="ul" role="tree" aria-label={label} ref={list} onKeyDown={onKeyDown} sx={{ listStyle: 'none' }}>
      {lines.map((line) => (
        <Line
          key={line.id}
          line={line}
          isSelected={line.id === selectedId}
          isCurrent={line.id === current}
          onFocus={() => setFocusedId(line.id)}
          onChoose={() => choose(line)}
          onToggle={() => onToggle(line.id, !line.isExpanded)}
        />
      ))}
    </Box>
  );
};

interface LineProps {
  line: TreeLine;
  isSelected: boolean;
  isCurrent: boolean;
  onFocus(): void;
  onChoose(): void;
  onToggle(): void;
}

const Line = ({ line, isSelected, isCurrent, onFocus, onChoose, onToggle }: LineProps) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const { level, unit, isExpanded } = line;
  return (
    <Box
      component="li"
      role="treeitem"
      data-line={line.id}
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={isExpanded}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onClick={onChoose}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 32,
        pl: `${8 + (level - 1) * 18}px`,
        pr: 3,
        cursor: 'pointer',
        color: unit?.isActive === false ? tokens.ink3 : tokens.ink,
        backgroundColor: isSelected ? tokens.primarySoft : 'transparent',
        boxShadow: isSelected ? `inset 3px 0 ${tokens.primary}` : 'none',
        fontWeight: isSelected ? 600 : 400,
        '&:hover': { backgroundColor: isSelected ? tokens.primarySoft : tokens.sunken },
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <Twist isExpanded={isExpanded} onToggle={onToggle} />
      {unit ? <UnitWords unit={unit} /> : <Box sx={{ color: tokens.primary }}>{translate('units.more')}</Box>}
    </Box>
  );
};

/** For the pointer only: the keys open and close the line itself. */
const Twist = ({ isExpanded, onToggle }: { isExpanded: boolean | undefined; onToggle(): void }) => {
  const Icon = isExpanded ? ChevronDown : ChevronRight;
  return (
    <Box
      component="span"
      aria-hidden="true"
      onClick={(event) => {
        if (isExpanded === undefined) return;
        event.stopPropagation();
        onToggle();
      }}
      sx={{ display: 'grid', placeItems: 'center', width: 24, height: 24, flex: 'none' }}
    >
      {isExpanded === undefined ? null : <Icon size={16} strokeWidth={1.75} />}
    </Box>
  );
};

const icons = {
  HEAD_OFFICE: Landmark,
  PROVINCIAL_BRANCH: Building2,
  BRANCH: Building2,
  SUB_BRANCH: Building2,
  OUTLET: MapPin,
  DEPARTMENT: Network,
} as const;

const UnitWords = ({ unit }: { unit: UnitRow }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  const Icon = icons[unit.kind];
  return (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" style={{ flex: 'none' }} />
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {unit.name}
      </Box>
      {lacksTeam(unit) ? (
        <Box
          component="span"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, color: tokens.warn, ...type.caption, fontWeight: 600 }}
        >
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
          {translate('units.noTeam')}
        </Box>
      ) : null}
      <Box component="span" sx={{ color: tokens.ink2, ...type.caption, whiteSpace: 'nowrap' }}>
        {unit.isActive ? word('orgUnitKind', unit.kind) : translate('units.closed')}
      </Box>
    </>
  );
};

/** An outlet at work without a handling team, which the plans ask for (D1-四.3). */
export const lacksTeam = ({ kind, isActive, handlingTeams }: Pick<UnitRow, 'kind' | 'isActive' | 'handlingTeams'>) =>
  kind === 'OUTLET' && isActive && handlingTeams.length === 0;
