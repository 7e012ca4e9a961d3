import Box from '@mui/material/Box';
import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { type, useTokens } from '../theme/tokens';
import { ActionBar } from './ActionBar';
import { ClockCell } from './ClockCell';
import { ClockChip } from './ClockChip';
import { ConnectionMark } from './ConnectionMark';
import { DeliveryProof } from './DeliveryProof';
import { Diff } from './Diff';
import { DrillBanner } from './DrillBanner';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { Ladder } from './Ladder';
import { levels, type LevelCode } from './level';
import { LevelBadge } from './LevelBadge';
import { LevelChoice } from './LevelChoice';
import { OfflineStrip } from './OfflineStrip';
import { PersonChip } from './PersonChip';
import { ResponseLevel } from './ResponseLevel';
import * as sample from './samples';
import { SkeletonRows } from './SkeletonRows';
import { StageChip } from './StageChip';
import { endings } from './stages';
import { StageStepper } from './StageStepper';
import { Timeline } from './Timeline';
import { Toast } from './Toast';
import { UnitBreadcrumb } from './UnitBreadcrumb';
import { useNow } from './useNow';

const nothing = () => {};

/** The patterns with sample data, one labelled block each. */
export function PatternSections() {
  return (
    <Box sx={{ display: 'grid', gap: '18px' }}>
      <DrillBanner title={sample.sampleDrill} />
      <LevelSections />
      <ClockSections />
      <StageSections />
      <ActionSections />
      <PeopleSections />
      <ConnectionSection />
      <RecordSections />
      <StateSections />
    </Box>
  );
}

function Labelled({ name, children }: { name: string; children: ReactNode }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ ...type.caption, mb: '4px', color: tokens.ink3 }}>{translate(`pattern.page.${name}`)}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' }}>{children}</Box>
    </Box>
  );
}

/** Blocks that must have the whole width. */
function Wide({ children }: { children: ReactNode }) {
  return <Box sx={{ flex: '1 1 100%', minWidth: 0 }}>{children}</Box>;
}

function LevelSections() {
  const [level, setLevel] = useState<LevelCode>('MAJOR');
  return (
    <>
      <Labelled name="levels">
        {levels.map((each) => (
          <LevelBadge key={each} level={each} />
        ))}
      </Labelled>
      <Labelled name="choice">
        <LevelChoice label={useTranslate()('pattern.page.choice')} value={level} onChange={setLevel} />
      </Labelled>
      <Labelled name="responses">
        <ResponseLevel level="I" />
        <ResponseLevel level="II" />
        <ResponseLevel level="III" />
      </Labelled>
    </>
  );
}

function ClockSections() {
  const clocks = sample.sampleClocks(useNow());
  return (
    <>
      <Labelled name="chips">
        {clocks.map((clock) => (
          <ClockChip key={clock.state} clock={clock} />
        ))}
      </Labelled>
      <Labelled name="cells">
        {clocks.map((clock) => (
          <ClockCell key={clock.state} clock={clock} showsKind={false} />
        ))}
      </Labelled>
    </>
  );
}

function StageSections() {
  const yesterday = new Date(useNow() - 86_400_000).toISOString();
  const times = { REGISTERED: yesterday, SCREENED: yesterday, ASSIGNED: yesterday, INVESTIGATING: yesterday };
  return (
    <>
      <Labelled name="stages">
        <StageChip status="SCREENED" />
        <StageChip status="INVESTIGATING" />
        <StageChip status="IN_REVIEW" />
      </Labelled>
      <Labelled name="ends">
        {endings.map((ending) => (
          <StageChip key={ending} status={ending} />
        ))}
      </Labelled>
      <Labelled name="stepper">
        <Wide>
          <StageStepper stage="IN_REVIEW" times={times} />
        </Wide>
      </Labelled>
      <Labelled name="ladder">
        <Wide>
          <Ladder level="E2" />
          <DeliveryProof notice={{ pushedAt: yesterday, seenAt: null }} />
        </Wide>
      </Labelled>
    </>
  );
}

function ActionSections() {
  return (
    <Labelled name="actions">
      <ActionBar
        actions={sample.sampleActions}
        onAction={nothing}
        icons={{ reviewResolution: <Check size={17} strokeWidth={1.75} /> }}
        keys={{ reviewResolution: '⏎', returnResolution: 'R' }}
        urgent={['advanceEscalation']}
      />
    </Labelled>
  );
}

function PeopleSections() {
  return (
    <>
      <Labelled name="people">
        <PersonChip person={sample.samplePerson} />
        <PersonChip person={sample.samplePerson} isViewer />
        <PersonChip person={null} />
      </Labelled>
      <Labelled name="path">
        {sample.samplePaths.map((path) => (
          <UnitBreadcrumb key={path.length} path={path} />
        ))}
      </Labelled>
    </>
  );
}

function ConnectionSection() {
  return (
    <Labelled name="connection">
      <ConnectionMark state="live" />
      <ConnectionMark state="offline" />
      {sample.sampleConnections(useNow()).map((connection) => (
        <Wide key={connection.state}>
          <OfflineStrip connection={connection} />
        </Wide>
      ))}
    </Labelled>
  );
}

function RecordSections() {
  return (
    <>
      <Labelled name="diff">
        <Wide>
          <Diff changes={sample.sampleChanges} />
        </Wide>
      </Labelled>
      <Labelled name="timeline">
        <Wide>
          <Timeline items={sample.sampleTimeline(useNow())} onOlder={nothing} />
        </Wide>
      </Labelled>
    </>
  );
}

function StateSections() {
  const { title, note, open } = sample.sampleEmpty;
  return (
    <>
      <Labelled name="states">
        <Wide>
          <EmptyState title={title} note={note} action={{ label: open, onClick: nothing }} />
        </Wide>
        <Wide>
          <ErrorState {...sample.sampleError} isSaved={false} onRetry={nothing} />
        </Wide>
        <Wide>
          <SkeletonRows count={2} />
        </Wide>
      </Labelled>
      <Labelled name="toast">
        <Toast text={sample.sampleToast} />
      </Labelled>
    </>
  );
}
