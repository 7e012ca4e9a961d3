import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { PageFailure } from './PageFailure';

interface Props {
  place: string;
  children: ReactNode;
}

/** Keeps the frame alive when a page fails; another page starts clean. */
export const PageBoundary = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation();
  return <Boundary place={pathname}>{children}</Boundary>;
};

class Boundary extends Component<Props, { failedAt?: string }> {
  override state: { failedAt?: string } = {};

  override componentDidCatch() {
    this.setState({ failedAt: this.props.place });
  }

  static getDerivedStateFromError() {
    return { failedAt: location.pathname };
  }

  override render() {
    return this.state.failedAt === this.props.place ? <PageFailure /> : this.props.children;
  }
}
