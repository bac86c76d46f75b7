import Casebook
import Files

/// What a run over many cases has to say beside its reports.
enum StreamText {
  /// That debtors came again in a stream.
  static func apart(_ count: Int) -> Label {
    Label(
      nb: "skikk: \(count) \(count == 1 ? "gang" : "ganger") kom saker mot en skyldner etter at "
        + "tidligere saker mot samme skyldner var besvart; ordne strømmen etter skyldner, eller "
        + "bruk --gather",
      en: "skikk: \(count) \(count == 1 ? "time" : "times") cases against a debtor came after "
        + "earlier ones against the same debtor had been answered; sort the stream by debtor, or "
        + "use --gather")
  }

  /// That something could not be put aside, or read again.
  static func notPutAside(_ fault: ScratchFault) -> Label {
    Label(
      nb: "skikk: kan ikke legge saker til side i \(fault.folder): \(fault.reason); TMPDIR kan "
        + "nevne en annen mappe",
      en: "skikk: cannot put cases aside in \(fault.folder): \(fault.reason); TMPDIR may name "
        + "another folder")
  }
}
