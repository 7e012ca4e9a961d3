import Box from '@mui/material/Box';
import { useState } from 'react';
import { Rail } from '../layout/Rail';
import { railItems } from '../layout/railItems';
import { ConnectionMark } from '../patterns/ConnectionMark';
import { useViewer } from '../provider/viewer';
import { InHandList } from './InHandList';
import { PhoneTabs, type PhoneTab } from './PhoneTabs';
import { ShortCard } from './ShortCard';
import type { WallEscalation } from './urgency';
import type { WallView } from './useWallView';
import { WallCard } from './WallCard';
import { useWall } from './wallContext';
import { WallEmpty } from './WallEmpty';
import { SoundButton } from './WallFooter';
import { WallTitle } from './WallHeader';
import { WallStrip } from './WallStrip';

/** The wall in one hand: the first card in full, the others short. */
export function WallPhone({ feed, wall, chime }: WallView) {
  const [tab, setTab] = useState<PhoneTab>('open');
  const viewer = useViewer();
  return (
    <Box component="main" sx={{ display: 'grid', gap: '10px', p: '12px 16px 76px' }}>
      <Box component="header" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <WallTitle />
        <ConnectionMark state={wall.connection.state} />
      </Box>
      <PhoneTabs tab={tab} onChange={setTab} open={feed.open.length} acknowledged={feed.acknowledged.length} />
      <WallStrip wall={wall} toldAt={feed.toldAt} isShort />
      {tab === 'open' ? <PhoneCards open={feed.open} /> : <InHandList acknowledged={feed.acknowledged} />}
      {tab === 'open' && feed.open.length === 0 && feed.toldAt !== null && <WallEmpty today={feed.today} />}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <SoundButton {...chime} />
      </Box>
      {viewer && <Rail items={railItems(viewer)} onHelp={() => {}} />}
    </Box>
  );
}

function PhoneCards({ open }: { open: readonly WallEscalation[] }) {
  const { selectedId } = useWall();
  return open.map((escalation) =>
    escalation.id === selectedId ? (
      <WallCard key={escalation.id} escalation={escalation} isPhone />
    ) : (
      <ShortCard key={escalation.id} escalation={escalation} />
    ),
  );
}
