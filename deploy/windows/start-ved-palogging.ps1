# Puts a shortcut to start-mellom.cmd among what starts when you log on; -Fjern takes it away.
param([switch]$Fjern)
$ErrorActionPreference = 'Stop'
$shortcut = Join-Path ([Environment]::GetFolderPath('Startup')) 'Mellom.lnk'
if ($Fjern) {
    if (Test-Path $shortcut) { Remove-Item $shortcut }
    Write-Host 'Mellom starter ikke lenger av seg selv.'
    return
}
$script = Join-Path $PSScriptRoot 'start-mellom.cmd'
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($shortcut)
$link.TargetPath = $script
$link.WorkingDirectory = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$link.WindowStyle = 7
$link.Save()
Write-Host "Mellom starter hver gang du logger inn. Start med en gang: $script"
